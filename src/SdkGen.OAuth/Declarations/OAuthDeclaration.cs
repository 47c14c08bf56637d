using System.ComponentModel;

namespace SdkGen.OAuth;

/// <summary>Everything that an attributed interface declares, as data.</summary>
/// <param name="name">The name of the provider in messages, logs and errors: that of the interface without its <c>I</c>.</param>
/// <param name="messages">The messages that the interface has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OAuthDeclaration(string name, OAuthMessage messages) : OAuthQuirks
{
    /// <summary>The name of the provider in messages, logs and errors.</summary>
    public string Name { get; } = name;

    /// <summary>The messages that the interface has.</summary>
    public OAuthMessage Messages { get; } = messages;

    /// <summary>Who the provider is.</summary>
    public required OAuthProviderAttribute Provider { get; init; }

    /// <summary>
    /// The metadata of a document that is kept beside the interface, so that the provider is not asked; its URLs are templates, like those of
    /// <see cref="Provider"/>, which win over them.
    /// </summary>
    public ProviderMetadata? Metadata { get; init; }

    /// <summary>Whether authorization requests are pushed, also where the provider does not require it (RFC 9126).</summary>
    public bool PushesAuthorizationRequests { get; init; }

    /// <summary>Where the variables of templates come from.</summary>
    public OAuthVariableAttribute[] Variables { get; init; } = [];

    /// <summary>The assertion by which the client authenticates.</summary>
    public OAuthClientAssertionAttribute ClientAssertion { get; init; } = new();

    /// <summary>What the interface's own methods declare.</summary>
    public OAuthMethod[] Methods { get; init; } = [];
}
