using SdkGen.OAuth;

namespace Quickstart.Providers;

/// <summary>
/// A provider whose users have a type of the application's own: <see cref="Member"/>, described by <see cref="AppJson"/>.
/// </summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile", "email"], JsonSerializerContext = typeof(AppJson))]
internal partial interface IMembers : IAuthorizationCodeGrant, IUserInfoEndpoint<Member>;
