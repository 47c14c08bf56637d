namespace SdkGen.OAuth.Providers;

/// <summary>Vipps MobilePay Login, as <see href="https://developer.vippsmobilepay.com/docs/APIs/login-api/">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.vipps.no/access-management-1.0/access/", Scopes = ["openid", "name", "email"])]
public partial interface IVipps : IAuthorizationCodeGrant, IUserInfoEndpoint;
