"""How a web server publishes the site: headers, redirects, compressed copies; for static hosts, nginx and Caddy."""
