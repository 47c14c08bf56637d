using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Tokens that are sealed and kept: all of them comes back, each token is there once, and what is damaged is refused.</summary>
public sealed class StoredTokenTests
{
    private const string Purpose = "SdkGen.OAuth.TokenResponse.v1";
    private const string Least = """{"version":1,"access_token":"at-1","token_type":"Bearer","received_at":1700000000000,"scopes":[]}""";

    private static readonly IDataProtector Protector = new EphemeralDataProtectionProvider().CreateProtector("app");
    private static readonly string IdToken = Jwt("""
        {"iss":"https://i.example","sub":"s","aud":["c","d"],"iat":1700000000,"exp":1700000300,"auth_time":1699999999,"acr":"gold","sid":"s-1","name":"Ada"}
        """);

    private static readonly string Whole = $$$$"""
        {"version":1,"access_token":"at-1","token_type":"DPoP","issued_token_type":"urn:x","bound_to":"jkt","received_at":1700000000123,
        "expires_in":3600001,"refresh_token":"rt-1","id_token":"{{{{IdToken}}}}","scopes":["a","b"],"authorization_details":[{"type":"payment","amount":5}],
        "callback":{"realmId":"9"},"values":{"token.team.id":"T1"},"reply":{"id":"7","team":{"email":"x"}}}
        """.ReplaceLineEndings("");

    [Fact]
    public void What_this_version_stored_is_read_by_later_ones()
    {
        var token = TokenResponse.Unprotect(Seal(Whole), Protector);

        Assert.Equal(("at-1", "DPoP", "urn:x", "jkt"), (token.AccessToken, token.TokenType, token.IssuedTokenType, token.KeyThumbprint));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000123), token.ReceivedAt);
        Assert.Equal(TimeSpan.FromMilliseconds(3600001), token.ExpiresIn);
        Assert.Equal(("rt-1", IdToken), (token.RefreshToken, token.IdToken!.Value));
        Assert.Equal(["a", "b"], token.Scopes);
        Assert.Equal("""[{"type":"payment","amount":5}]""", AuthorizationDetail.ToJson(token.AuthorizationDetails));
        Assert.Equal(("9", "T1"), (token.CallbackParameters["realmId"], token.Values["token.team.id"]));
        Assert.Equal("""{"id":"7","team":{"email":"x"}}""", token.Reply.GetRawText());
        Assert.Equal(new EndpointTests.Person("7", null), token.ReadAs(EndpointTests.Json.Default.Person));
    }

    [Fact]
    public void Everything_that_was_read_is_stored_again_as_it_was()
    {
        Assert.Equal(Whole, Write(TokenResponse.Unprotect(Seal(Whole), Protector)));
        Assert.Equal(Write(Read(Whole)), Write(TokenResponse.Unprotect(Read(Whole).Protect(Protector), Protector)));
    }

    [Fact]
    public void What_is_not_there_takes_no_room()
    {
        var token = Read(Least);

        Assert.Equal(Least, Write(token));
        Assert.Equal(
            (null, null, null, null, null), (token.IssuedTokenType, token.KeyThumbprint, token.ExpiresIn, token.RefreshToken, (object?)token.IdToken));
        Assert.Empty(token.AuthorizationDetails);
        Assert.Empty(token.CallbackParameters.Concat(token.Values));
        Assert.Null(token.ReadAs(EndpointTests.Json.Default.Person));
    }

    [Fact]
    public void A_response_that_a_test_makes_is_a_Bearer_token_without_a_reply()
    {
        var token = new TokenResponse { AccessToken = "at-1" };

        Assert.Equal("Bearer", token.TokenType);
        Assert.Null(token.ReadAs(EndpointTests.Json.Default.Person));
    }

    [Fact]
    public void A_token_is_stored_once_wherever_the_reply_has_it()
    {
        var reply = JsonElement.Parse($$$$"""
            {"access_token":"at-1","refresh_token":"rt-1","id_token":"{{{{IdToken}}}}","ok":true,"none":null,"list":[1],
             "team":{"id":"T1","bot_token":"at-1","more":{"again":"rt-1","other":"at-2"}}}
            """);
        var stored = JsonElement.Parse(Write(Read(Whole) with { Reply = reply }));

        Assert.Equal("""{"ok":true,"none":null,"list":[1],"team":{"id":"T1","more":{"other":"at-2"}}}""", stored.GetProperty("reply").GetRawText());
    }

    [Fact]
    public void A_stored_ID_token_has_the_claims_that_were_validated()
    {
        var token = Read(Whole).IdToken!;

        Assert.Equal(("https://i.example", "s", "gold", "s-1"), (token.Issuer, token.Subject, token.AuthenticationContext, token.SessionId));
        Assert.Equal(["c", "d"], token.Audiences);
        Assert.Equal(
            [1700000000L, 1700000300L, 1699999999L], [token.IssuedAt.ToUnixTimeSeconds(), token.ExpiresAt.ToUnixTimeSeconds(), token.AuthenticatedAt!.Value.ToUnixTimeSeconds()]);
        Assert.Equal(["iss", "sub", "aud", "iat", "exp", "auth_time", "acr", "sid", "name"], token.Claims.Select(claim => claim.Key));
        Assert.Equal("Ada", token.Claims.Last().Value.GetString());
    }

    [Theory]
    [InlineData("\"aud\":\"c\",", "c")]
    [InlineData("\"aud\":[\"c\"],", "c")]
    [InlineData("\"aud\":[\"c\",\"d\"],", "c|d")]
    [InlineData("", "")]
    public void The_audience_of_a_stored_ID_token_is_one_text_or_a_list(string member, string audiences) => Assert.Equal(
        audiences, string.Join('|', Read(With("id_token", Jwt($$"""{{{member}}"iss":"i","sub":"s"}"""))).IdToken!.Audiences));

    [Fact]
    public void Details_of_access_that_are_null_are_none() =>
        Assert.Empty(Read(Least[..^1] + ""","authorization_details":null}""").AuthorizationDetails);

    public static TheoryData<string, string> Damaged { get; } = new()
    {
        { "no JSON", "at-1" },
        { "cut off", Least[..^1] },
        { "nothing", "{}" },
        { "no object", "[]" },
        { "another version", Least.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal) },
        { "a version that is a text", Least.Replace("\"version\":1", "\"version\":\"1\"", StringComparison.Ordinal) },
        { "a version that is no whole number", Least.Replace("\"version\":1", "\"version\":1.5", StringComparison.Ordinal) },
        { "no access token", Least.Replace("access_token", "access", StringComparison.Ordinal) },
        { "an access token that is a number", Least.Replace("\"at-1\"", "1", StringComparison.Ordinal) },
        { "an access token that is no Unicode", Least.Replace("at-1", "\\ud800", StringComparison.Ordinal) },
        { "a time after all times", Least.Replace("1700000000000", "999999999999999999", StringComparison.Ordinal) },
        { "no time", Least.Replace("1700000000000", "1e99", StringComparison.Ordinal) },
        { "a lifetime that is too long", Least[..^1] + ",\"expires_in\":9223372036854775807}" },
        { "no list of scopes", Least.Replace("[]", "{}", StringComparison.Ordinal) },
        { "texts that are a list", Least[..^1] + ",\"callback\":[]}" },
        { "a text twice", Least[..^1] + ",\"callback\":{\"a\":\"1\",\"a\":\"2\"}}" },
        { "an ID token of one part", With("id_token", "abc") },
        { "an ID token that is not base64url", With("id_token", "e30.%%.c2ln") },
        { "an ID token without an issuer", With("id_token", Jwt("""{"sub":"s"}""")) },
        { "an ID token without a subject", With("id_token", Jwt("""{"iss":"i"}""")) },
        { "an ID token whose audience is a number", With("id_token", Jwt("""{"iss":"i","sub":"s","aud":5}""")) },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void What_is_damaged_is_refused_and_not_shown(string what, string stored)
    {
        Assert.NotEmpty(what);
        IsRefused(Seal(stored));
    }

    [Fact]
    public void What_was_changed_or_sealed_by_others_or_for_something_else_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(Seal(Least));
        bytes[^1] ^= 1;

        IsRefused(Base64Url.EncodeToString(bytes));
        IsRefused(Seal(Least, new EphemeralDataProtectionProvider().CreateProtector("app")));
        IsRefused(Base64Url.EncodeToString(Protector.Protect(Encoding.UTF8.GetBytes(Least))));
        IsRefused("");
        IsRefused("not base64url!");
    }

    [Fact]
    public void Data_of_another_version_say_so() =>
        Assert.Equal("Another version wrote these tokens.", Assert.Throws<FormatException>(() => Read("""{"version":2}""")).Message);

    private static void IsRefused(string sealedTokens)
    {
        var exception = Assert.Throws<OAuthException>(() => TokenResponse.Unprotect(sealedTokens, Protector));

        Assert.Equal(OAuthFailure.UnreadableTokens, exception.Failure);
        Assert.Equal(
            "The stored tokens cannot be read: they were changed, or sealed with a key that this process does not have. "
            + "Servers that share sessions have to share their Data Protection key ring.",
            exception.Message);
        Assert.Null(exception.InnerException);
    }

    private static string Jwt(string claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";

    private static string With(string name, string value) => $"{Least[..^1]},\"{name}\":\"{value}\"}}";

    private static string Seal(string json, IDataProtector? protector = null) =>
        Base64Url.EncodeToString((protector ?? Protector).CreateProtector(Purpose).Protect(Encoding.UTF8.GetBytes(json)));

    private static string Write(TokenResponse token) => Encoding.UTF8.GetString(TokenResponseData.Write(token));

    private static TokenResponse Read(string json) => TokenResponseData.Read(JsonElement.Parse(json));
}
