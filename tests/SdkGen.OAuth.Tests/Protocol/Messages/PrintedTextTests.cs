using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What messages print: what they are, and until when; never what is secret in them.</summary>
public sealed class PrintedTextTests
{
    private static readonly DateTimeOffset Until = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string, Func<object>> Texts { get; } = new()
    {
        { "AuthenticationChallenge { Scheme = Bearer, Error = none }", () => AuthenticationChallenge.Parse("Bearer realm=secret")[0] },
        { "AuthenticationChallenge { Scheme = DPoP, Error = invalid_token }", () => AuthenticationChallenge.Parse("DPoP error=invalid_token, error_description=secret")[0] },
        { "AuthorizationDetail { Type = payment }", () => new AuthorizationDetail { Type = "payment", Actions = ["secret"], Identifier = "secret" } },
        {
            "AuthorizationRequest { Provider = Idp, RedirectUri = https://app.example/cb, ExpiresAt = 2030-01-02T03:04:05.0000000+00:00 }",
            () => new AuthorizationRequest(AuthorizationRequestTests.Waiting with { ExpiresAt = Until }, uri: null)
        },
        { "AuthorizationResponse { code, state, x }", () => AuthorizationResponse.ParseQuery("?code=secret&state=secret&x=secret") },
        { "AuthorizationResponse {  }", () => AuthorizationResponse.ParseQuery("") },
        {
            "BackchannelAuthenticationResponse { ExpiresAt = 2030-01-02T03:04:05.0000000+00:00 }",
            () => new BackchannelAuthenticationResponse { AuthenticationRequestId = "secret", NotificationToken = "secret", ExpiresAt = Until }
        },
        { "BackchannelNotification", () => BackchannelNotification.Parse("Bearer secret", """{"auth_req_id":"secret"}"""u8) },
        {
            "DeviceAuthorizationResponse { VerificationUri = https://v.example/device, ExpiresAt = 2030-01-02T03:04:05.0000000+00:00 }",
            () => new DeviceAuthorizationResponse { DeviceCode = "secret", UserCode = "secret", VerificationUri = new("https://v.example/device?code=secret"), ExpiresAt = Until }
        },
        {
            "IdToken { Issuer = https://i.example, ExpiresAt = 2030-01-02T03:04:05.0000000+00:00 }",
            () => new IdToken("secret", JsonElement.Parse($$"""{"exp":{{Until.ToUnixTimeSeconds()}},"name":"secret"}"""), "https://i.example", "secret", ["secret"])
        },
        { "IntrospectionRequest", () => new IntrospectionRequest { Token = "secret" } },
        { "IntrospectionResponse { Active = True }", () => new IntrospectionResponse(active: true, JsonElement.Parse("""{"sub":"secret"}""")) },
        { "RevocationRequest", () => new RevocationRequest { Token = "secret" } },
        { "TokenExchangeRequest", () => new TokenExchangeRequest { SubjectToken = "secret" } },
        { "TokenReply", () => new TokenReply(new() { AccessToken = "secret" }, "secret") },
        { "TokenResponse { TokenType = Bearer, ExpiresAt = , Scopes = , RefreshToken = none, IdToken = none }", () => new TokenResponse { AccessToken = "secret" } },
        {
            "TokenResponse { TokenType = DPoP, ExpiresAt = 2030-01-02T03:04:05.0000000+00:00, Scopes = a b, RefreshToken = present, IdToken = present }",
            () => new TokenResponse
            {
                AccessToken = "secret",
                TokenType = "DPoP",
                ReceivedAt = Until.AddHours(-1),
                ExpiresIn = TimeSpan.FromHours(1),
                Scopes = ["a", "b"],
                RefreshToken = "secret",
                IdToken = new("secret", JsonElement.Parse("{}"), "secret", "secret", []),
            }
        },
        { "UserInfo", () => new UserInfo("secret") },
        { "UserInfoRequest", () => new UserInfoRequest { AccessToken = "secret", Subject = "secret" } },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_message_prints_what_is_no_secret(string text, Func<object> message) => Assert.Equal(text, message().ToString());
}
