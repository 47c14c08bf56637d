namespace SdkGen.OAuth;

/// <summary>Where a provider registered something else than was asked for (RFC 7591 section 3.2.1).</summary>
/// <param name="Name">The member, such as <c>token_endpoint_auth_method</c>.</param>
/// <param name="Requested">What was asked for, as text.</param>
/// <param name="Registered">What was registered, as text; <see langword="null"/> if the reply does not say.</param>
/// <param name="Weakens">
/// Whether the client is less safe with it: a weaker client authentication, keys, a redirect URI, grant or response type that nobody asked for.
/// </param>
public sealed record ClientRegistrationChange(string Name, string Requested, string? Registered, bool Weakens);
