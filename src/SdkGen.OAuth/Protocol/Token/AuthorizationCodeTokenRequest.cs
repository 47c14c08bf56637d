namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The token request that redeems a code (RFC 6749 section 4.1.3). It is not public: a code without the request that started it cannot be
/// redeemed.
/// </summary>
internal sealed record AuthorizationCodeTokenRequest(AuthorizationRequestData Data, string Code) : TokenRequest
{
    internal override string GrantType => "authorization_code";

    internal override bool IsSignIn => true;

    internal override IReadOnlyList<string> GrantedScopes => Data.Scopes;

    internal override void Write(MessageFields fields)
    {
        fields.Add("code", Code);
        fields.Add("redirect_uri", Data.RedirectUri);
        fields.AddIfAny("code_verifier", Data.CodeVerifier);
    }
}
