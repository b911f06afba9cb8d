"""What a change does to the site, for whoever reviews it: two states of the project side by side, told in plain words."""
