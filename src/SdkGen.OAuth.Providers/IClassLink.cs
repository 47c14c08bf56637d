namespace SdkGen.OAuth.Providers;

/// <summary>ClassLink, single sign-on of schools, as <see href="https://help.classlink.com/s/topic/0TO1E0000009PVYWA2/api">its documentation</see> describes it.</summary>
[OAuthProvider("https://launchpad.classlink.com", Scopes = ["openid", "profile", "email"])]
public partial interface IClassLink : IAuthorizationCodeGrant, IUserInfoEndpoint;
