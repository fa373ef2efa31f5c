"""Trains the field's networks on an archive that Keyveil made, and says what they learnt of clean photos."""
