namespace SdkGen.OAuth;

/// <summary>The transport of one message where it differs from the RFC. Of several, the one with the fewest messages applies, whole.</summary>
/// <param name="messages">The messages it applies to. On a method: that method's message, and may be left out.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OAuthRequestAttribute(OAuthMessage messages = OAuthMessage.None) : Attribute
{
    /// <summary>The messages it applies to.</summary>
    public OAuthMessage Messages { get; } = messages;

    /// <summary>The HTTP method: <c>GET</c>, <c>POST</c> or <c>DELETE</c>. Default: POST, and GET for UserInfo.</summary>
    public string? Method { get; set; }

    /// <summary>How the fields are written.</summary>
    public RequestBody Body { get; set; }

    /// <summary>The endpoint, a template, if not the one of the provider.</summary>
    public string? Endpoint { get; set; }

    /// <summary>
    /// The endpoint, a template, for clients that present a certificate (RFC 8705 section 5): used where
    /// <see cref="OAuthClientOptions.ClientCertificate"/> is stated, instead of <see cref="Endpoint"/>.
    /// </summary>
    public string? MutualTlsEndpoint { get; set; }

    /// <summary>How the client authenticates, if not as the provider says.</summary>
    public ClientAuthenticationMethod ClientAuthentication { get; set; }

    /// <summary>The scopes of this grant where the request names none.</summary>
    public string[] Scopes { get; set; } = [];
}
