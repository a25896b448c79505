"""The facilitator's screen: one screen from which a drill is run, in a terminal."""
