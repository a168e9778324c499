output "app_url" {
  description = "Where the app answers."
  value       = "https://${azurerm_linux_web_app.app.default_hostname}"
}

output "signalr_hostname" {
  description = "Name of the service: private for the app, public for browsers."
  value       = azurerm_signalr_service.main.hostname
}
