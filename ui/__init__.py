"""What a planner touches. Everything it does to data, a Processing algorithm does too."""
