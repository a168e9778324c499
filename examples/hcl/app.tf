resource "azurerm_user_assigned_identity" "app" {
  name                = "id-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
}

resource "azurerm_role_assignment" "app" {
  scope                = azurerm_signalr_service.main.id
  role_definition_name = "SignalR App Server"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_service_plan" "app" {
  name                = "asp-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  sku_name            = "P0v3"
}

resource "azurerm_linux_web_app" "app" {
  name                                           = "app-${var.name}"
  resource_group_name                            = azurerm_resource_group.main.name
  location                                       = azurerm_resource_group.main.location
  service_plan_id                                = azurerm_service_plan.app.id
  virtual_network_subnet_id                      = azurerm_subnet.app.id
  https_only                                     = true
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.app.id]
  }

  site_config {
    vnet_route_all_enabled = true
    websockets_enabled     = true

    application_stack {
      dotnet_version = "8.0"
    }
  }

  # The app signs in with its identity; there are no keys.
  app_settings = {
    Azure__SignalR__ConnectionString = "Endpoint=https://${azurerm_signalr_service.main.hostname};AuthType=azure.msi;ClientId=${azurerm_user_assigned_identity.app.client_id};Version=1.0;"
  }

  # Without them the first start of the app finds a public address, or no right to connect.
  depends_on = [
    azurerm_private_dns_zone_virtual_network_link.signalr,
    azurerm_role_assignment.app,
    azurerm_signalr_service_network_acl.main,
    azurerm_subnet_network_security_group_association.app,
  ]
}

resource "azurerm_monitor_diagnostic_setting" "app" {
  name                       = "logs"
  target_resource_id         = azurerm_linux_web_app.app.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.main.id

  enabled_log {
    category_group = "allLogs"
  }
}
