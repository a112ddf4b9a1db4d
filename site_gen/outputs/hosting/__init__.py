"""How a web server gives the site away: headers, redirects, compressed copies; for static hosts, nginx and Caddy."""
