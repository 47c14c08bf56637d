namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How a callback is read (RFC 6749 section 4.1.2), before anything in it is checked.</summary>
public sealed class AuthorizationResponseTests
{
    [Theory]
    [InlineData("https://app.example/cb?state=s", "s")]
    [InlineData("https://app.example/cb?state=s#state=other", "s")]
    [InlineData("https://app.example/cb?state=s#?state=other", "s")]
    [InlineData("https://app.example/cb?state=s#&x=y", "s")]
    [InlineData("https://app.example/cb#?state=s", null)]
    [InlineData("https://app.example/state=s", null)]
    [InlineData("https://app.example/cb", null)]
    [InlineData("/cb?state=s", "s")]
    [InlineData("?state=s", "s")]
    [InlineData("#?state=s", null)]
    [InlineData("state=s", null)]
    [InlineData("", null)]
    public void The_query_of_an_address_is_read_and_nothing_else_of_it(string address, string? state) =>
        Assert.Equal(state, AuthorizationResponse.Parse(new(address, UriKind.RelativeOrAbsolute)).State);

    [Theory]
    [InlineData("state=s", "s")]
    [InlineData("?state=s", "s")]
    [InlineData("??state=s", null)]
    [InlineData("state=", null)]
    [InlineData("state=&state=s", "s")]
    [InlineData("state=s&state=s", null)]
    [InlineData("state=s&state=t", null)]
    [InlineData("STATE=s", null)]
    public void A_query_has_a_state_if_it_has_exactly_one(string query, string? state) => Assert.Equal(state, AuthorizationResponse.ParseQuery(query).State);

    [Fact]
    public void A_parameter_that_a_framework_gives_without_a_value_counts_as_left_out()
    {
        var response = AuthorizationResponse.FromParameters([new("code", null!), new("state", null!), new("state", "s")]);

        Assert.Equal((null, "s"), (response.Code, response.State));
        Assert.Equal("AuthorizationResponse { code, state, state }", response.ToString());
    }

    [Theory]
    [InlineData("code")]
    [InlineData("state")]
    [InlineData("iss")]
    [InlineData("error")]
    [InlineData("error_description")]
    [InlineData("error_uri")]
    [InlineData("response")]
    [InlineData("id_token")]
    [InlineData("access_token")]
    [InlineData("token")]
    [InlineData("token_type")]
    public void AR_05_a_parameter_of_the_protocol_is_there_once(string name)
    {
        Assert.Null(AuthorizationResponse.ParseQuery($"{name}=a&tenant=a&tenant=b").FirstDuplicate());
        Assert.Equal(name, AuthorizationResponse.ParseQuery($"tenant=a&{name}=a&{name}=a").FirstDuplicate());
    }
}
