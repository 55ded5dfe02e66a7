"""Temporal expressions, their values, and the tenses that steer them: the rooms behind `timex.py` and `events.py`."""
