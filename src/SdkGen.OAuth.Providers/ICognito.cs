namespace SdkGen.OAuth.Providers;

/// <summary>Amazon Cognito, a user pool and its domain, as <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html">its documentation</see> describes it.</summary>
[OAuthProvider("https://cognito-idp.{region}.amazonaws.com/{userPoolId}", Scopes = ["openid", "profile", "email"])]
[OAuthVariable("region", Default = "us-east-1")]
public partial interface ICognito :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
