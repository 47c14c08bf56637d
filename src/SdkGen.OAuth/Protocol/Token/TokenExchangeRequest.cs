using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A token exchange request (RFC 8693 section 2.1).</summary>
public sealed record TokenExchangeRequest : TokenRequest
{
    /// <summary>The token to exchange.</summary>
    public required string SubjectToken { get; init; }

    /// <summary>What it is: one of <see cref="TokenTypes"/>.</summary>
    public string SubjectTokenType { get; init; } = TokenTypes.AccessToken;

    /// <summary>The token of the party that acts for the subject: delegation. Without one: impersonation.</summary>
    public string? ActorToken { get; init; }

    /// <summary>What the actor's token is. Sent with <see cref="ActorToken"/> only.</summary>
    public string ActorTokenType { get; init; } = TokenTypes.AccessToken;

    /// <summary>What is wanted: one of <see cref="TokenTypes"/>, or <see langword="null"/> to let the provider decide.</summary>
    public string? RequestedTokenType { get; init; }

    internal override string GrantType => "urn:ietf:params:oauth:grant-type:token-exchange";

    internal override bool AllowsOtherTokens => true;

    internal override void Write(MessageFields fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(SubjectToken);
        fields.Add("subject_token", SubjectToken);
        fields.Add("subject_token_type", SubjectTokenType);
        if (ActorToken is not null)
        {
            fields.Add("actor_token", ActorToken);
            fields.Add("actor_token_type", ActorTokenType);
        }

        fields.AddIfAny("requested_token_type", RequestedTokenType);
    }
}
