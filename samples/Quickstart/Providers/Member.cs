using System.Text.Json.Serialization;

namespace Quickstart.Providers;

/// <summary>What the application wants to know of a user: the claims of the provider, its own among them.</summary>
internal sealed record Member([property: JsonPropertyName("sub")] string Id, string Name, string Email, string? Membership);
