namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What each grant sends to the token endpoint, and when two requests ask for the same.</summary>
public sealed class GrantRequestTests
{
    private const string Reply = """{"access_token":"at","token_type":"Bearer"}""";

    public static TheoryData<string, TokenRequest> Grants { get; } = new()
    {
        { "grant_type=client_credentials", new ClientCredentialsRequest() },
        { "grant_type=refresh_token&refresh_token=rt", new RefreshTokenRequest { RefreshToken = "rt" } },
        { "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a.b.c", new JwtBearerRequest { Assertion = "a.b.c" } },
        {
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=st&subject_token_type=urn:ietf:params:oauth:token-type:access_token",
            new TokenExchangeRequest { SubjectToken = "st", ActorTokenType = TokenTypes.Jwt }
        },
        {
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=st&subject_token_type=urn:ietf:params:oauth:token-type:id_token"
            + "&actor_token=act&actor_token_type=urn:ietf:params:oauth:token-type:jwt&requested_token_type=urn:ietf:params:oauth:token-type:refresh_token",
            new TokenExchangeRequest
            {
                SubjectToken = "st",
                SubjectTokenType = TokenTypes.IdToken,
                ActorToken = "act",
                ActorTokenType = TokenTypes.Jwt,
                RequestedTokenType = TokenTypes.RefreshToken,
            }
        },
        {
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=st&subject_token_type=urn:ietf:params:oauth:token-type:access_token"
            + "&actor_token=act&actor_token_type=urn:ietf:params:oauth:token-type:access_token",
            new TokenExchangeRequest { SubjectToken = "st", ActorToken = "act" }
        },
    };

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task A_grant_sends_its_fields_and_no_others(string fields, TokenRequest request)
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Answer("/token", Reply);
        var idp = Clients.Create<IIdp>(wire);
        await (request switch
        {
            RefreshTokenRequest refresh => idp.RefreshTokenAsync(refresh),
            JwtBearerRequest assertion => idp.RequestJwtBearerTokenAsync(assertion),
            TokenExchangeRequest exchange => idp.ExchangeTokenAsync(exchange),
            _ => idp.RequestClientTokenAsync((ClientCredentialsRequest)request),
        });

        Assert.Equal(fields, string.Join('&', wire.Last.Fields.SelectMany(field => field.Select(value => $"{field.Key}={value}"))));
    }

    [Fact]
    public async Task A_refresh_whose_reply_states_no_scopes_keeps_those_of_before()
    {
        var token = new TokenResponse { AccessToken = "old", RefreshToken = "rt", Scopes = ["a", "b"] };
        var wire = new Wire().Always("/token", Reply);
        var client = Clients.Create<IPlain>(wire);

        Assert.Equal(["a", "b"], (await client.RefreshTokenAsync(new RefreshTokenRequest(token))).Scopes);
        Assert.Equal(["b"], (await client.RefreshTokenAsync(new RefreshTokenRequest(token) { Scopes = ["b"] })).Scopes);
        Assert.Empty((await client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" })).Scopes);
    }

    [Fact]
    public void Tokens_without_a_refresh_token_cannot_be_refreshed() => Assert.Equal(
        "The token response has no refresh token: was offline access asked for and granted? (Parameter 'token')",
        Assert.Throws<ArgumentException>(() => new RefreshTokenRequest(new TokenResponse { AccessToken = "at" })).Message);

    [Fact]
    public void A_request_for_something_else_is_another_request()
    {
        ClientCredentialsRequest[] requests =
        [
            new(),
            new() { Scopes = [] },
            new() { Scopes = ["a"] },
            new() { Scopes = ["A"] },
            new() { Scopes = ["a", "b"] },
            new() { Scopes = ["b", "a"] },
            new() { Resources = ["a"] },
            new() { Audiences = ["a"] },
            new() { AuthorizationDetails = [new() { Type = "a" }] },
            new() { AuthorizationDetails = [new() { Type = "b" }] },
            new() { Additional = { { "a", "1" } } },
            new() { Additional = { { "a", "2" } } },
        ];

        Assert.All(requests, request => Assert.Equal([request], requests.Where(request.Equals)));
        Assert.All(requests, request => Assert.True(request.Equals(request with { })));
        Assert.All(requests, request => Assert.False(request.Equals((ClientCredentialsRequest?)null)));
    }

    [Fact]
    public void Requests_for_other_scopes_resources_and_audiences_have_other_hashes()
    {
        ClientCredentialsRequest[] requests =
            [new() { Scopes = ["a"] }, new() { Scopes = ["b"] }, new() { Scopes = ["a", "b"] }, new() { Resources = ["c"] }, new() { Audiences = ["d"] }];

        Assert.Equal(requests.Length, requests.Select(request => request.GetHashCode()).Distinct().Count());
        Assert.Equal(requests[2].GetHashCode(), new ClientCredentialsRequest { Scopes = [.. requests[2].Scopes!] }.GetHashCode());
    }
}
