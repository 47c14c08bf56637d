using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How attributes become one message: which of them counts, and what it makes of the fields.</summary>
public sealed class MessagePlanTests
{
    private const string Token = "https://oauth.example.com/token";

    [Fact]
    public void The_attribute_of_the_method_is_stronger_than_any_of_the_interface()
    {
        var plan = Plan(
            new OAuthMethod(OAuthMessage.Code)
            {
                Requests = [new() { Endpoint = "https://method.example", Method = "put", Body = RequestBody.Json }],
                Responses = [new() { Success = "method", Source = OAuthMessage.Code }],
            },
            requests: [new(OAuthMessage.Code) { Endpoint = "https://interface.example" }],
            responses: [new(OAuthMessage.Code) { Success = "interface" }]);

        Assert.Equal("https://method.example", plan.Endpoint!.Expand(Values));
        Assert.Equal(("PUT", RequestBody.Json), (plan.HttpMethod, plan.Body));
        Assert.Equal(("method", OAuthMessage.Code), (plan.Success, plan.Source));
    }

    [Fact]
    public void Of_those_of_the_interface_the_one_for_the_fewest_messages_counts_and_the_later_of_two_alike()
    {
        OAuthRequestAttribute[] requests =
        [
            new(OAuthMessage.Refresh) { Endpoint = "https://other.example" },
            new(OAuthMessage.Code) { Endpoint = "https://earlier.example" },
            new(OAuthMessage.Code) { Endpoint = "https://later.example" },
            new(OAuthMessage.Token) { Endpoint = "https://many.example" },
        ];

        Assert.Equal("https://later.example", Plan(OAuthMethod.Code, requests).Endpoint!.Expand(Values));
        Assert.Equal("https://many.example", Plan(OAuthMethod.ClientCredentials, requests).Endpoint!.Expand(Values));
        Assert.Equal("https://oauth.example.com/revoke", Plan(OAuthMethod.Revocation, requests).Endpoint!.Expand(Values));
    }

    [Theory]
    [InlineData(OAuthMessage.Code, null, RequestBody.Json, "POST", RequestBody.Json)]
    [InlineData(OAuthMessage.Code, "post", RequestBody.Empty, "POST", RequestBody.Empty)]
    [InlineData(OAuthMessage.Code, "GET", RequestBody.Json, "GET", RequestBody.Query)]
    [InlineData(OAuthMessage.Code, "get", RequestBody.Form, "GET", RequestBody.Query)]
    [InlineData(OAuthMessage.UserInfo, null, RequestBody.Form, "GET", RequestBody.Query)]
    [InlineData(OAuthMessage.UserInfo, "POST", RequestBody.Form, "POST", RequestBody.Form)]
    public void A_message_is_posted_and_one_that_is_got_has_its_fields_in_the_query(
        OAuthMessage message, string? stated, RequestBody body, string method, RequestBody sent)
    {
        var plan = Plan(new OAuthMethod(message) { Requests = [new() { Method = stated, Body = body }] });

        Assert.Equal((method, sent), (plan.HttpMethod, plan.Body));
    }

    [Theory]
    [InlineData(' ', "a b")]
    [InlineData(',', "a,b")]
    [InlineData('+', "a b")]
    public void What_stands_between_scopes_is_declared_and_a_plus_is_a_space_until_it_is_encoded(char separator, string scope)
    {
        var plan = new MessagePlan(
            new("Test", OAuthMessage.Authorization) { Provider = new() { ScopeSeparator = separator, Scopes = ["a", "b"] } }, OAuthMethod.Authorization);

        Assert.Equal(scope, plan.ScopeText);
    }

    [Fact]
    public void A_parameter_is_added_to_its_message_and_to_no_other()
    {
        OAuthParameterAttribute[] parameters = [new("audience", "api") { On = OAuthMessage.Code | OAuthMessage.Refresh }];

        Assert.Equal("grant_type=g audience=api", Apply(Plan(OAuthMethod.Code, parameters: parameters), ("grant_type", "g")));
        Assert.Equal("grant_type=g", Apply(Plan(OAuthMethod.ClientCredentials, parameters: parameters), ("grant_type", "g")));
    }

    [Fact]
    public void A_parameter_of_the_interface_without_a_message_is_about_those_that_have_it_and_one_of_a_method_about_the_method()
    {
        OAuthParameterAttribute[] parameters = [new("audience", "api") { As = "resource" }];

        Assert.Equal("grant_type=g", Apply(Plan(OAuthMethod.Code, parameters: parameters), ("grant_type", "g")));
        Assert.Equal("resource=mine", Apply(Plan(OAuthMethod.Code, parameters: parameters), ("audience", "mine")));
        Assert.Equal("grant_type=g resource=api", Apply(Plan(new OAuthMethod(OAuthMessage.Code) { Parameters = parameters }), ("grant_type", "g")));
    }

    [Fact]
    public void The_later_declaration_of_a_parameter_replaces_the_earlier_and_that_of_the_method_both()
    {
        OAuthParameterAttribute[] parameters = [new("a", "first") { On = OAuthMessage.Token }, new("a", "second") { On = OAuthMessage.Code, As = "b" }];

        Assert.Equal("b=second", Apply(Plan(OAuthMethod.Code, parameters: parameters)));
        Assert.Equal("a=first", Apply(Plan(OAuthMethod.Refresh, parameters: parameters)));
        Assert.Equal("a=third", Apply(Plan(new OAuthMethod(OAuthMessage.Code) { Parameters = [new("a", "third")] }, parameters: parameters)));
    }

    [Theory]
    [InlineData("grant_type", "declared")]
    [InlineData("response_type", "declared")]
    [InlineData("redirect_uri", "declared")]
    [InlineData("scope", "stated")]
    [InlineData("audience", "stated")]
    public void A_declared_value_replaces_what_the_library_writes_and_not_what_a_caller_states(string name, string value) =>
        Assert.Equal($"{name}={value}", Apply(Plan(OAuthMethod.Code, parameters: [new(name, "declared") { On = OAuthMessage.Code }]), (name, "stated")));

    [Fact]
    public void A_parameter_that_is_omitted_is_not_sent_even_if_it_has_a_value() =>
        Assert.Equal("b=2", Apply(Plan(OAuthMethod.Code, parameters: [new("a", "1") { On = OAuthMessage.Code, Omit = true }]), ("a", "1"), ("b", "2")));

    [Theory]
    [InlineData(true, "access_type=offline")]
    [InlineData(false, "")]
    public void A_parameter_for_offline_access_is_sent_where_that_is_asked_for(bool offlineAccess, string sent)
    {
        var plan = Plan(OAuthMethod.Code, parameters: [new("access_type", "offline") { On = OAuthMessage.Code, When = ParameterCondition.OfflineAccess }]);
        var fields = new MessageFields();

        plan.Apply(fields, new(), new(), Values, offlineAccess);

        Assert.Equal(sent, Text(fields));
    }

    [Fact]
    public void A_parameter_goes_where_it_is_declared_to_go_under_its_name_there()
    {
        var plan = Plan(OAuthMethod.Code, parameters:
        [
            new("a", "1") { On = OAuthMessage.Code, In = ParameterLocation.Query, As = "in_query" },
            new("b", "2") { On = OAuthMessage.Code, In = ParameterLocation.Header, As = "X-B" },
            new("c", "3") { On = OAuthMessage.Code, As = "in_body" },
        ]);
        var (fields, query, headers) = (new MessageFields(), new MessageFields(), new MessageFields());

        plan.Apply(fields, query, headers, Values, offlineAccess: false);

        Assert.Equal(("in_body=3", "in_query=1", "X-B=2"), (Text(fields), Text(query), Text(headers)));
    }

    [Fact]
    public void A_field_is_renamed_if_its_rule_has_another_name_for_it()
    {
        var plan = Plan(OAuthMethod.Code, parameters: [new("a") { As = "b" }, new("c", "3")]);

        Assert.Equal((true, false, false), (plan.Renames("a"), plan.Renames("b"), plan.Renames("c")));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "{token.refresh_token}", false)]
    [InlineData(null, "constant", false)]
    [InlineData(null, "{token.access_token}", true)]
    [InlineData("https://a.example/me", null, false)]
    [InlineData("https://a.example/me", "{token.access_token}", true)]
    [InlineData("https://a.example/{token.access_token}", null, true)]
    [InlineData("https://a.example/{token.access_token}", "constant", true)]
    public void An_access_token_in_a_field_or_in_the_path_takes_the_place_of_the_one_in_the_header(string? endpoint, string? field, bool isPlaced) =>
        Assert.Equal(isPlaced, Plan(new OAuthMethod(OAuthMessage.UserInfo)
        {
            Requests = [new() { Endpoint = endpoint }],
            Parameters = [new("plain") { As = "renamed" }, .. field is null ? Array.Empty<OAuthParameterAttribute>() : [new("access_token", field)]],
        }).PlacesAccessToken);

    [Fact]
    public void A_member_is_where_the_last_attribute_for_its_message_says()
    {
        OAuthMemberAttribute[] members = [new("sub", "everywhere"), new("sub", "of.code") { On = OAuthMessage.Code }, new("sub", "of.user") { On = OAuthMessage.UserInfo }];

        Assert.Equal("\"code\"", Sub(OAuthMethod.Code));
        Assert.Equal("\"user\"", Sub(OAuthMethod.UserInfo));
        Assert.Equal("\"any\"", Sub(OAuthMethod.Refresh));
        Assert.Equal("\"method\"", Sub(new(OAuthMessage.Code) { Members = [new("sub", "of.method")] }));

        string? Sub(OAuthMethod method) => Plan(method, members: members).Member("sub")!.Path
            .Find(System.Text.Json.JsonElement.Parse("""{"everywhere":"any","of":{"code":"code","user":"user","method":"method"}}"""))?.GetRawText();
    }

    [Fact]
    public void Without_an_attribute_for_its_message_a_member_is_where_the_RFC_says()
    {
        OAuthMemberAttribute[] members = [new("sub", "id") { On = OAuthMessage.UserInfo }];

        Assert.True(Plan(OAuthMethod.UserInfo, members: members).MovesMembers);
        Assert.False(Plan(OAuthMethod.Code, members: members).MovesMembers);
        Assert.Null(Plan(OAuthMethod.Code, members: members).Member("sub"));
    }

    [Fact]
    public void A_code_of_an_error_means_what_the_method_says_else_what_the_interface_says_else_itself()
    {
        var plan = new MessagePlan(
            new("Test", OAuthMessage.Code) { Provider = new(), Errors = [new("E1", "invalid_grant"), new("E2", "invalid_grant")] },
            new(OAuthMessage.Code) { Errors = [new("E2", "invalid_client"), new("E3", "invalid_scope")] });

        Assert.Equal(
            ["invalid_grant", "invalid_client", "invalid_scope", "E4"], new[] { "E1", "E2", "E3", "E4" }.Select(plan.Meaning));
    }

    private static TemplateValues Values => new(new Dictionary<string, TemplateVariable>(), new Dictionary<string, string>());

    private static MessagePlan Plan(
        OAuthMethod method,
        OAuthRequestAttribute[]? requests = null,
        OAuthResponseAttribute[]? responses = null,
        OAuthParameterAttribute[]? parameters = null,
        OAuthMemberAttribute[]? members = null) => new(
        new("Test", OAuthMessage.Token | OAuthMessage.Revocation | OAuthMessage.UserInfo)
        {
            Provider = new() { TokenEndpoint = Token, RevocationEndpoint = "https://oauth.example.com/revoke" },
            Requests = requests ?? [],
            Responses = responses ?? [],
            Parameters = parameters ?? [],
            Members = members ?? [],
        },
        method);

    private static string Apply(MessagePlan plan, params (string Name, string Value)[] stated)
    {
        var fields = new MessageFields();
        foreach (var (name, value) in stated)
        {
            fields.Add(name, value);
        }

        plan.Apply(fields, new(), new(), Values, offlineAccess: false);
        return Text(fields);
    }

    private static string Text(MessageFields fields)
    {
        var all = new List<string>();
        foreach (var (name, value) in fields)
        {
            all.Add($"{name}={value}");
        }

        return string.Join(' ', all);
    }
}
