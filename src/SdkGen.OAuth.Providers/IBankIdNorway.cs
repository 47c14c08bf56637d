namespace SdkGen.OAuth.Providers;

/// <summary>BankID in Norway, as <see href="https://developer.bankid.no/bankid-with-biometrics/">its documentation</see> describes it.</summary>
[OAuthProvider("https://auth.bankid.no/auth/realms/prod", Scopes = ["openid", "profile"])]
[OAuthParameter("login_hint", "BIS", On = OAuthMessage.Authorization)]
[OAuthParameter("ui_locales", "no", On = OAuthMessage.Authorization)]
public partial interface IBankIdNorway : IAuthorizationCodeGrant, IUserInfoEndpoint;
