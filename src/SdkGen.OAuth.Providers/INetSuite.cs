namespace SdkGen.OAuth.Providers;

/// <summary>NetSuite, an account, as <see href="https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_157769826287.html">its documentation</see> describes it.</summary>
[OAuthProvider("https://system.netsuite.com",
    MetadataAddress = "https://{accountId}.suitetalk.api.netsuite.com/.well-known/openid-configuration", Scopes = ["openid"],
    IdToken = IdTokenExpectation.Ignored)]
public partial interface INetSuite : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint;
