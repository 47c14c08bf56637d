namespace SdkGen.OAuth.Providers;

/// <summary>ID Austria, and its reference system, as <see href="https://www.id-austria.gv.at/de/developer/anbinden/anbindung-mit-openid-connect">its documentation</see> describes it.</summary>
[OAuthProvider("https://{host}", Scopes = ["openid", "profile"], ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("host", Default = "production", Values = ["production=idp.id-austria.gv.at", "reference=idp.ref.id-austria.gv.at"])]
public partial interface IIdAustria : IAuthorizationCodeGrant;
