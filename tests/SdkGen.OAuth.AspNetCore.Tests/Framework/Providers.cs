using System.Text.Json.Serialization;

namespace SdkGen.OAuth.AspNetCore.Tests;

[OAuthProvider("https://acme.example", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IAcme : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint, IEndSessionEndpoint,
    IBackchannelLogout, IFrontchannelLogout;

/// <summary>A provider whose callback is posted.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid"], ResponseMode = ResponseMode.FormPost)]
public partial interface IPosting : IAuthorizationCodeGrant;

/// <summary>A provider without OpenID Connect: user info alone says who the user is.</summary>
[OAuthProvider("https://acme.example", Scopes = ["profile"])]
public partial interface IPlain : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>A provider that says nothing about users.</summary>
[OAuthProvider("https://acme.example", Scopes = ["orders"])]
public partial interface ISilent : IAuthorizationCodeGrant;

/// <summary>A provider whose address depends on the shop that the user comes from.</summary>
[OAuthProvider(AuthorizationEndpoint = "https://{shop}/authorize", TokenEndpoint = "https://{shop}/token")]
[OAuthVariable("shop", From = "request", Pattern = @"[a-z0-9-]+\.shop\.example")]
public partial interface IShop : IAuthorizationCodeGrant;

/// <summary>A provider whose user info is a type of the application's own.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid", "email"], JsonSerializerContext = typeof(TestJson))]
public partial interface ITyped : IAuthorizationCodeGrant, IUserInfoEndpoint<TypedUser>;

public sealed record TypedUser([property: JsonPropertyName("email")] string? Email);

[JsonSerializable(typeof(TypedUser))]
internal sealed partial class TestJson : JsonSerializerContext;

/// <summary>A provider that signs its answers, and lets the browser post them.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid"], ResponseMode = ResponseMode.FormPostJwt)]
public partial interface ISignedPosting : IAuthorizationCodeGrant;

/// <summary>A provider that signs its answers, in the query.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid"], ResponseMode = ResponseMode.QueryJwt)]
public partial interface ISigned : IAuthorizationCodeGrant;
