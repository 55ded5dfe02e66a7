"""What the words around a temporal expression tell: what happened, whether it did, and to whom."""
