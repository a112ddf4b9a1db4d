"""How a web server gives the site away: headers, redirects, compressed twins; for static hosts, nginx and Caddy."""
