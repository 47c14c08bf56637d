namespace Quickstart.Api;

/// <summary>Who calls, as the API sees it from the access token.</summary>
internal sealed record Caller(string Sub, string ClientId, string Scope);
