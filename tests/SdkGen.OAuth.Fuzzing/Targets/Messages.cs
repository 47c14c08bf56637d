using System.Net;
using static SdkGen.OAuth.Fuzzing.FuzzTarget;

namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>The replies of a provider, each read by a whole client: from the bytes of the wire to the object that a program gets.</summary>
internal static class Messages
{
    private const string Secret = "s3cr3t-that-nobody-may-see";

    [ThreadStatic]
    private static (IFuzzed Client, Replies Replies)? _wire;

    public static FuzzTarget[] All { get; } =
    [
        new("token reply", 50,
        [
            """{"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1","scope":"a b","id_token":null,"error":null}""",
            """{"access_token":"at-1","expires_in":"3600","scope":["a","b"],"refresh_token":null,"id_token":false}""",
        ], (input, mutations) => ReadTokenAsync(input, mutations.Below(4) == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK)),
        new("error reply", 40,
        [
            $$"""{"error":"invalid_grant","error_description":"{{Secret}} is wrong","error_uri":"https://e.example/","error_hint":"x"}""",
            """{"error":{"code":404,"status":"Not Found","message":"none"}}""",
            $$"""<html><title>client_secret={{Secret}}</title></html>""",
        ], (input, mutations) => ReadTokenAsync(input, (HttpStatusCode)(400 + (100 * mutations.Below(2))))),
        new("user info reply", 10,
        [
            """{"id":"u","name":"n","email_verified":"true","updated_at":1700000000,"address":{"x":[1]},"phone_number_verified":false}""",
        ], ReadUserAsync),
        new("introspection reply", 10,
        [
            """{"active":true,"scope":"a b","exp":1700000000,"iat":1.5,"nbf":0,"sub":"s","aud":["a","b"],"iss":"i","token_type":"t"}""",
        ], ReadIntrospectionAsync),
        new("device authorization reply", 10,
        [
            """{"device_code":"d","user_code":"u","verification_uri":"https://v.example/","verification_uri_complete":"https://v.example/?u","expires_in":300,"interval":5}""",
        ], ReadDeviceAsync),
    ];

    /// <summary>A client of this thread, whose token endpoint and all others answer with the input.</summary>
    private static IFuzzed Client(byte[] input, HttpStatusCode status = HttpStatusCode.OK)
    {
        _wire ??= Create();
        var (client, replies) = _wire.Value;
        foreach (var path in new[] { "/token", "/me", "/introspect", "/device" })
        {
            replies.Set(path, input, status);
        }

        return client;

        static (IFuzzed, Replies) Create()
        {
            var replies = new Replies();
            return (FuzzedClient.Create(new FuzzedOptions { ClientId = "client-1", ClientSecret = Secret, BackchannelHandler = replies }), replies);
        }
    }

    private static async Task ReadTokenAsync(byte[] input, HttpStatusCode status)
    {
        try
        {
            var token = await Client(input, status).RequestClientTokenAsync();
            Require(token.AccessToken.Length > 0, "a token is not empty");
            Require(status == HttpStatusCode.OK, "an error is no token");
            Require(token.ExpiresIn is not { } lifetime || lifetime >= TimeSpan.Zero, "a life is not negative");
            Require(!$"{token}{token.ExpiresAt}{token.Scopes.Count}".Contains(token.AccessToken, StringComparison.Ordinal) || token.AccessToken.Length < 8, "a token does not show itself");
        }
        catch (OAuthException exception)
        {
            Require(exception.Failure != OAuthFailure.Unknown, "each refusal has its reason");
            Require(!$"{exception}{exception.ResponseExcerpt}{exception.ErrorDescription}{exception.Error}".Contains(Secret, StringComparison.Ordinal), "no error shows a secret");
        }
    }

    private static async Task ReadUserAsync(byte[] input, Mutations mutations)
    {
        var user = await Client(input).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at-1", Subject = null });
        _ = $"{user}{user.Subject}{user.Name}{user.EmailVerified}{user.UpdatedAt}{user.PhoneNumberVerified}{user["address"]}";
    }

    private static async Task ReadIntrospectionAsync(byte[] input, Mutations mutations)
    {
        var reply = await Client(input).IntrospectTokenAsync(new IntrospectionRequest { Token = "at-1" });
        _ = $"{reply}{reply.ExpiresAt}{reply.IssuedAt}{reply.NotBefore}{reply.Subject}{reply.Audiences.Count}{reply.Issuer}{reply.Scopes?.Count}";
    }

    private static async Task ReadDeviceAsync(byte[] input, Mutations mutations)
    {
        var reply = await Client(input).RequestDeviceAuthorizationAsync();
        Require(reply.Interval > TimeSpan.Zero, "nobody polls without waiting");
        _ = $"{reply}{reply.ExpiresAt}";
    }
}
