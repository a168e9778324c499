variable "name" {
  description = "Part of every name. Names of SignalR services and web apps are unique in all of Azure."
  type        = string
  default     = "chat-contoso"
}

variable "location" {
  description = "Azure region."
  type        = string
  default     = "westeurope"
}

variable "address_space" {
  description = "Range of the virtual network, a /24."
  type        = string
  default     = "10.40.0.0/24"
}

variable "origins" {
  description = "Origins whose pages connect to SignalR, besides that of the app."
  type        = list(string)
  default     = ["http://localhost:3000"]
}
