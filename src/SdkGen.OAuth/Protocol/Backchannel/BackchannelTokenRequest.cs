using System.Diagnostics.CodeAnalysis;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A token request for a backchannel authentication (OpenID Connect CIBA Core section 10.1).</summary>
public sealed record BackchannelTokenRequest : TokenRequest
{
    /// <summary>Makes a request without the id of an authentication.</summary>
    public BackchannelTokenRequest()
    {
    }

    /// <summary>Makes a request for the token of a backchannel authentication.</summary>
    /// <param name="authentication">The authentication.</param>
    [SetsRequiredMembers]
    public BackchannelTokenRequest(BackchannelAuthenticationResponse authentication)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        AuthenticationRequestId = authentication.AuthenticationRequestId;
        Authentication = authentication;
    }

    /// <summary><c>auth_req_id</c>.</summary>
    public required string AuthenticationRequestId { get; init; }

    internal BackchannelAuthenticationResponse? Authentication { get; }

    internal override string GrantType => "urn:openid:params:grant-type:ciba";

    internal override bool IsSignIn => true;

    internal override IReadOnlyDictionary<string, string>? KnownValues => Authentication?.Values;

    /// <summary>There is none of these authentications without OpenID Connect, whoever remembers what was asked for.</summary>
    internal override IReadOnlyList<string> GrantedScopes => Authentication?.RequestedScopes ?? ["openid"];

    internal override void Write(MessageFields fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(AuthenticationRequestId);
        fields.Add("auth_req_id", AuthenticationRequestId);
    }
}
