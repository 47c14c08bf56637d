using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SdkGen.OAuth.Tests.Hostile;

/// <summary>
/// Whatever a provider or a browser sends, the outcome is the documented result or an <see cref="OAuthException"/>, and no secret is in it.
/// Each number is a seed: a failure repeats itself.
/// </summary>
public sealed class MutationTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private const int Rounds = 100;
    private const string Secret = "the-secret";

    private const string TokenReply = """
        {"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1","scope":"a b","id_token":null,"error":null,"issued_token_type":"x"}
        """;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_token_reply(int seed) => RunAsync(seed, async mutations =>
    {
        var status = mutations.Below(4) == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
        var token = await Clients.Create<IPlain>(Wire("/token", mutations.Damage(TokenReply), status)).RequestClientTokenAsync();
        Assert.NotEmpty(token.AccessToken);
        _ = $"{token}{token.ExpiresAt}{token.Scopes.Count}";
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_callback(int seed) => RunAsync(seed, async mutations =>
    {
        var client = Clients.Create<IPlain>(Wire("/token", Encoding.UTF8.GetBytes(TokenReply)));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb?tenant=a%20b") });
        var query = $"tenant=a%20b&code=abc%2B&state={request.State}&iss=https%3A%2F%2Fid.example.com&session_state=1";
        var response = AuthorizationResponse.ParseQuery(Encoding.UTF8.GetString(mutations.Damage(query)));
        _ = $"{response}{response.State}";
        Assert.Equal("at-1", (await client.RedeemAuthorizationCodeAsync(request, response)).AccessToken);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Metadata(int seed) => RunAsync(seed, async mutations =>
    {
        var wire = Wire("/.well-known/openid-configuration", mutations.Damage(TestIssuer.Metadata())).Always("/token", TokenReply);
        var client = Clients.Create<IIdp>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), Scopes = ["a"] });
        Assert.Equal(Uri.UriSchemeHttps, request.Uri.Scheme);
        await client.RequestClientTokenAsync();
        Assert.All(wire.Requests, sent => Assert.Equal(Uri.UriSchemeHttps, sent.Uri.Scheme));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task An_ID_token_that_the_issuer_signed(int seed) => LoginAsync(seed, (mutations, claims) =>
        issuer.SignBytes(mutations.Damage(claims), algorithm: "ES256"));

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task An_ID_token_that_was_changed(int seed) => LoginAsync(seed, (mutations, claims) =>
    {
        var token = issuer.SignText(claims, algorithm: "ES256");
        var changed = Encoding.UTF8.GetString(mutations.Damage(token));
        return changed == token ? token + "x" : changed;
    }, accepts: false);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_key_set(int seed) => LoginAsync(seed, (_, claims) => issuer.SignText(claims, algorithm: "ES256"), damageKeys: true);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_UserInfo_reply(int seed) => RunAsync(seed, async mutations =>
    {
        var body = mutations.Damage("""{"id":"u","name":"n","email_verified":"true","updated_at":1700000000,"address":{"x":[1]},"phone_number_verified":false}""");
        var user = await Clients.Create<IPlain>(Wire("/me", body)).GetUserInfoAsync(new UserInfoRequest { AccessToken = Secret, Subject = null });
        _ = $"{user}{user.Subject}{user.Name}{user.EmailVerified}{user.UpdatedAt}{user.PhoneNumberVerified}{user["address"]}";
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task An_introspection_reply(int seed) => RunAsync(seed, async mutations =>
    {
        var body = mutations.Damage("""{"active":true,"scope":"a b","exp":1700000000,"iat":1.5,"nbf":0,"sub":"s","aud":["a","b"],"iss":"i","token_type":"t"}""");
        var reply = await Clients.Create<IPlain>(Wire("/introspect", body)).IntrospectTokenAsync(new IntrospectionRequest { Token = Secret });
        _ = $"{reply}{reply.ExpiresAt}{reply.IssuedAt}{reply.NotBefore}{reply.Subject}{reply.Audiences.Count}{reply.Issuer}{reply.Scopes?.Count}";
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_device_authorization_reply(int seed) => RunAsync(seed, async mutations =>
    {
        var body = mutations.Damage("""
            {"device_code":"d","user_code":"u","verification_uri":"https://v.example/","verification_uri_complete":"https://v.example/?u","expires_in":300,"interval":5}
            """);
        var reply = await Clients.Create<IPlain>(Wire("/device", body)).RequestDeviceAuthorizationAsync();
        _ = $"{reply}{reply.ExpiresAt}{reply.Interval}";
        Assert.True(reply.Interval > TimeSpan.Zero);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_sealed_request(int seed)
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var client = Clients.Create<IPlain>(new Wire());
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var text = request.Protect(protector);
        await RunAsync(seed, mutations =>
        {
            // The second half of the rounds damages what is inside the seal: another version of this library wrote it.
            var inside = mutations.Below(2) == 0;
            var damaged = inside
                ? System.Buffers.Text.Base64Url.EncodeToString(protector.CreateProtector("SdkGen.OAuth.AuthorizationRequest.v1")
                    .Protect(mutations.Damage(Encoding.UTF8.GetString(request.Data.Write()))))
                : Encoding.UTF8.GetString(mutations.Damage(text));
            var opened = AuthorizationRequest.Unprotect(damaged, protector);
            Assert.True(inside || opened.State == request.State);
            return Task.CompletedTask;
        });
    }

    private Task LoginAsync(int seed, Func<Mutations, string, string> idToken, bool accepts = true, bool damageKeys = false) => RunAsync(seed, async mutations =>
    {
        var keys = damageKeys ? mutations.Damage(issuer.Keys) : Encoding.UTF8.GetBytes(issuer.Keys);
        var wire = Wire("/keys", keys).Always("/.well-known/openid-configuration", TestIssuer.Metadata());
        var client = Clients.Create<IIdp>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), MaxAge = TimeSpan.FromDays(1) });
        var claims = TestIssuer.Claims(request.Data.Nonce);
        claims["auth_time"] = TestIssuer.Now;
        claims["azp"] = TestIssuer.ClientId;
        var reply = new System.Text.Json.Nodes.JsonObject { ["access_token"] = "at-1", ["id_token"] = idToken(mutations, claims.ToJsonString()) };
        wire.Always("/token", reply.ToJsonString());
        var token = (await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request))).IdToken!;
        Assert.True(accepts, "A changed token was accepted.");
        Assert.Equal(TestIssuer.Issuer, token.Issuer);
        Assert.Contains(TestIssuer.ClientId, token.Audiences);
        _ = $"{token}{token.AuthenticatedAt}{token.AuthenticationContext}{string.Join(',', token.Claims.Select(claim => claim.Key + claim.Value))}";
    });

    private static Wire Wire(string path, byte[] body, HttpStatusCode status = HttpStatusCode.OK) =>
        new Wire().Always(path, _ => new(status) { Content = new ByteArrayContent(body) });

    private static async Task RunAsync(int seed, Func<Mutations, Task> run)
    {
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                await run(new((seed * 10_000) + round));
            }
            catch (OAuthException exception)
            {
                Assert.NotEqual(OAuthFailure.Unknown, exception.Failure);
                Assert.DoesNotContain(Secret, exception.ToString() + exception.ResponseExcerpt + exception.ErrorDescription, StringComparison.Ordinal);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}");
            }
        }
    }
}
