namespace SdkGen.OAuth.Generator.Tests;

/// <summary>Declarations that several tests look at.</summary>
internal static class Sources
{
    public const string Ory = """
        using SdkGen.OAuth;

        namespace Acme.Identity;

        public sealed record OryUser(string Sub);

        [OAuthProvider("https://{project}.projects.oryapis.com", Scopes = ["openid"], OfflineAccessScope = "offline_access",
            JsonSerializerContext = typeof(AppJson))]
        public partial interface IOry :
            IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint<OryUser>;
        """;

    /// <summary>What the generator of System.Text.Json would write for Ory's user type.</summary>
    public const string AppJson = """
        using System.Text.Json.Serialization;

        namespace Acme.Identity;

        public sealed class AppJson : JsonSerializerContext
        {
            public AppJson() : base(null) { }
            public static AppJson Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }
        """;

    public const string GitHub = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        namespace Acme.Identity;

        [OAuthProvider(
            AuthorizationEndpoint = "https://github.com/login/oauth/authorize",
            TokenEndpoint = "https://github.com/login/oauth/access_token",
            UserInfoEndpoint = "https://api.github.com/user")]
        [OAuthMember("sub", "id")]
        public partial interface IGitHub : IAuthorizationCodeGrant, IUserInfoEndpoint
        {
            [AuthorizationRequest(Scopes = ["read:user", "repo"])]
            Task<AuthorizationRequest> StartLoginAsync(
                Uri redirectUri, bool? allowSignup = null, string? login = null, CancellationToken cancellationToken = default);
        }
        """;

    public const string Unrelated = "class Unrelated { int Value => 1; }";
}
