namespace SdkGen.OAuth.Providers;

/// <summary>Mailchimp, as <see href="https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://login.mailchimp.com/oauth2/authorize",
    TokenEndpoint = "https://login.mailchimp.com/oauth2/token",
    UserInfoEndpoint = "https://login.mailchimp.com/oauth2/metadata",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "login.login_id")]
public partial interface IMailchimp : IAuthorizationCodeGrant, IUserInfoEndpoint;
