using System.Text.Json;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What an introspection reply tells of a token (RFC 7662 section 2.2), and that nothing is told of one that is not active.</summary>
public sealed class IntrospectionTests
{
    private const string Reply = """
        {"active":true,"scope":"a b","client_id":"c","username":"u","token_type":"Bearer","exp":3,"iat":1,"nbf":2,
         "sub":"s","aud":["x","y"],"iss":"https://i.example","jti":"j","id":"7","email":"ada@example.com"}
        """;

    [Fact]
    public void Each_registered_member_is_a_property()
    {
        var response = new IntrospectionResponse(active: true, JsonElement.Parse(Reply));

        Assert.True(response.Active);
        Assert.Equal(["a", "b"], response.Scopes);
        Assert.Equal(("c", "u", "Bearer"), (response.ClientId, response.Username, response.TokenType));
        Assert.Equal(
            [1L, 2L, 3L], new[] { response.IssuedAt, response.NotBefore, response.ExpiresAt }.Select(time => time!.Value.ToUnixTimeSeconds()));
        Assert.Equal(["x", "y"], response.Audiences);
        Assert.Equal(("s", "https://i.example", "j"), (response.Subject, response.Issuer, response.TokenId));
        Assert.Equal(new EndpointTests.Person("7", "ada@example.com"), response.ReadAs(EndpointTests.Json.Default.Person));
    }

    [Fact]
    public void Of_a_token_that_is_not_active_nothing_is_told()
    {
        foreach (var response in new[] { new IntrospectionResponse(active: false, JsonElement.Parse(Reply)), new(active: false), new(active: true) })
        {
            Assert.Empty(response.Scopes.Concat(response.Audiences));
            Assert.All(
                [response.ClientId, response.Username, response.TokenType, response.Subject, response.Issuer, response.TokenId, response["email"]], Assert.Null);
            Assert.All([response.IssuedAt, response.NotBefore, response.ExpiresAt], time => Assert.Null(time));
            Assert.Null(response.ReadAs(EndpointTests.Json.Default.Person));
        }
    }

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("[\"x\",{},null,5]", "x|5")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    public void An_audience_is_one_text_or_a_list(string json, string audiences) => Assert.Equal(
        audiences, string.Join('|', new IntrospectionResponse(active: true, JsonElement.Parse($$"""{"aud":{{json}}}""")).Audiences));

    [Fact]
    public void A_member_that_is_not_of_its_type_is_none()
    {
        var response = new IntrospectionResponse(active: true, JsonElement.Parse("""{"scope":5,"exp":"soon","iat":-1,"sub":{},"iss":["i"]}"""));

        Assert.Empty(response.Scopes);
        Assert.All([response.ExpiresAt, response.IssuedAt], time => Assert.Null(time));
        Assert.All([response.Subject, response.Issuer], Assert.Null);
    }
}
