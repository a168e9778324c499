resource "azurerm_signalr_service" "main" {
  name                      = "sigr-${var.name}"
  resource_group_name       = azurerm_resource_group.main.name
  location                  = azurerm_resource_group.main.location
  service_mode              = "Default"
  local_auth_enabled        = false
  connectivity_logs_enabled = true
  messaging_logs_enabled    = true
  http_request_logs_enabled = true

  sku {
    name     = "Standard_S1"
    capacity = 1
  }

  cors {
    allowed_origins = concat(["https://app-${var.name}.azurewebsites.net"], var.origins)
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_private_dns_zone" "signalr" {
  name                = "privatelink.service.signalr.net"
  resource_group_name = azurerm_resource_group.main.name
}

# Without this link the app gets the public address of the service, and Azure reports nothing.
resource "azurerm_private_dns_zone_virtual_network_link" "signalr" {
  name                  = "link-${var.name}"
  resource_group_name   = azurerm_resource_group.main.name
  private_dns_zone_name = azurerm_private_dns_zone.signalr.name
  virtual_network_id    = azurerm_virtual_network.main.id
}

resource "azurerm_private_endpoint" "signalr" {
  name                = "pep-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  subnet_id           = azurerm_subnet.endpoints.id

  private_service_connection {
    name                           = "signalr"
    private_connection_resource_id = azurerm_signalr_service.main.id
    subresource_names              = ["signalr"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.signalr.id]
  }
}

# Browsers connect over the internet. Server connections and REST come through the private endpoint alone.
resource "azurerm_signalr_service_network_acl" "main" {
  signalr_service_id = azurerm_signalr_service.main.id
  default_action     = "Deny"

  public_network {
    allowed_request_types = ["ClientConnection"]
  }

  private_endpoint {
    id                    = azurerm_private_endpoint.signalr.id
    allowed_request_types = ["ServerConnection", "RESTAPI"]
  }
}

resource "azurerm_monitor_diagnostic_setting" "signalr" {
  name                       = "logs"
  target_resource_id         = azurerm_signalr_service.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.main.id

  enabled_log {
    category = "AllLogs"
  }
}
