from hrcli.ingest.vocabulary import Vocabulary
