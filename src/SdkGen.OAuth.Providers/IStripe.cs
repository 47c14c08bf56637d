namespace SdkGen.OAuth.Providers;

/// <summary>Stripe Connect, accounts that an application acts for, as <see href="https://docs.stripe.com/connect/oauth-reference">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://connect.stripe.com/{accountType}/authorize",
    TokenEndpoint = "https://connect.stripe.com/oauth/token",
    Scopes = ["read_write"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("accountType", Default = "standard", Values = ["standard=oauth", "express=express/oauth"])]
[OAuthResponse(OAuthMessage.UserInfo, Source = OAuthMessage.Code)]
[OAuthMember("sub", "stripe_user_id")]
public partial interface IStripe : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
