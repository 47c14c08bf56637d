namespace SdkGen.OAuth.Providers;

/// <summary>OpenStreetMap, as <see href="https://wiki.openstreetmap.org/wiki/OAuth">its documentation</see> describes it.</summary>
[OAuthProvider("https://www.openstreetmap.org", Scopes = ["openid", "read_prefs"])]
public partial interface IOpenStreetMap : IAuthorizationCodeGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
