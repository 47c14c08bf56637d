using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;
using SdkGen.OAuth.Tests.NineProviders;

namespace SdkGen.OAuth.Tests.Hosting;

/// <summary>The generated <c>services.AddOry(…)</c>: options, names, and what is said at start-up.</summary>
public sealed class RegistrationTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Fact]
    public async Task Options_come_from_a_configuration_section()
    {
        var configuration = Configuration(
            ("Ory:ClientId", "c"), ("Ory:ClientSecret", "s"), ("Ory:Project", "acme"), ("Ory:Scopes:0", "openid"), ("Ory:Scopes:1", "email"),
            ("Ory:OfflineAccess", "false"), ("Ory:ClockSkew", "00:01:00"), ("Ory:MaxResponseBytes", "4096"), ("Ory:BackchannelTimeout", "00:00:07"));
        await using var provider = new ServiceCollection().AddOry(configuration.GetSection("Ory")).BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<OryOptions>>().Value;

        Assert.Equal("c", options.ClientId);
        Assert.Equal("acme", options.Project);
        Assert.Equal(["openid", "email"], options.Scopes);
        Assert.False(options.OfflineAccess);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ClockSkew);
        Assert.Equal(4096, options.MaxResponseBytes);
        Assert.Equal(TimeSpan.FromSeconds(7), options.BackchannelTimeout);
        Assert.NotNull(provider.GetRequiredService<IOry>());
    }

    [Fact]
    public async Task A_secret_that_is_rotated_in_the_configuration_is_used_at_once()
    {
        var wire = new Wire().Always("/token", Token);
        var configuration = Configuration(("ClientId", "c"), ("ClientSecret", "one"));
        var services = new ServiceCollection().AddPlain(configuration);
        services.Configure<PlainOptions>(options => options.BackchannelHandler = wire);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IPlain>();

        await client.RequestClientTokenAsync();
        var first = wire.Last.Authorization;
        configuration["ClientSecret"] = "two";
        configuration.Reload();
        await client.RequestClientTokenAsync();

        Assert.NotEqual(first, wire.Last.Authorization);
    }

    [Fact]
    public async Task Two_of_one_provider_stand_side_by_side_under_names()
    {
        var eu = new Wire().Always("/token", Token);
        var us = new Wire().Always("/token", Token);
        var services = new ServiceCollection()
            .AddPlain("eu", options => (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("eu-client", "s", eu))
            .AddPlain("us", Configuration(("ClientId", "us-client"), ("ClientSecret", "s")));
        services.Configure<PlainOptions>("us", options => options.BackchannelHandler = us);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<IPlain>("eu").RequestClientTokenAsync();
        await provider.GetRequiredKeyedService<IPlain>("us").RequestClientTokenAsync();

        Assert.Single(eu.Requests);
        Assert.Single(us.Requests);
        Assert.Null(provider.GetService<IPlain>());
    }

    [Theory]
    [InlineData("ClientId is missing", "", "", "acme")]
    [InlineData("ClientSecret is empty", "c", "", "acme")]
    [InlineData("Project is missing", "c", "s", "")]
    [InlineData("'{project}'", "c", "s", "a.b")]
    public async Task Options_that_cannot_work_stop_the_start(string expected, string id, string? secret, string project)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOry(options => (options.ClientId, options.ClientSecret, options.Project) = (id, secret, project));
        using var host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Ory: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_another_type_names_its_key()
    {
        var section = Configuration(("Ory:ClockSkew", "soon")).GetSection("Ory");
        var exception = Assert.Throws<OAuthException>(() => new OryOptions().Bind(section));

        Assert.Contains("'Ory:ClockSkew'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("soon", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(301)]
    public void A_clock_skew_out_of_bounds_is_refused(int seconds)
    {
        var exception = Assert.Throws<OAuthException>(() =>
            OryClient.Create(new() { ClientId = "c", Project = "p", ClockSkew = TimeSpan.FromSeconds(seconds) }));

        Assert.Contains("ClockSkew", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_mocks_like_any_other_interface()
    {
        var ory = Substitute.For<IOry>();
        ory.RequestClientTokenAsync(Arg.Any<ClientCredentialsRequest>(), Arg.Any<CancellationToken>()).Returns(new TokenResponse { AccessToken = "mocked" });

        Assert.Equal("mocked", (await ory.RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public void Generic_code_finds_a_provider_through_its_interface()
    {
        Assert.Equal("Ory", NameOf<IOry>());
        Assert.IsType<OryOptions>(OptionsOf<IOry>());

        static string NameOf<T>()
            where T : class, IOAuthProvider<T> => T.Declaration.Name;

        static OAuthClientOptions OptionsOf<T>()
            where T : class, IOAuthProvider<T> => T.CreateOptions();
    }

    [Fact]
    public void The_names_of_all_grants_and_endpoints_are_different()
    {
        var methods = typeof(IAuthorizationCodeGrant).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && (type.Name.EndsWith("Grant", StringComparison.Ordinal) || type.Name.Contains("Endpoint", StringComparison.Ordinal)))
            .SelectMany(type => type.GetMethods())
            .Select(method => method.Name)
            .ToList();

        Assert.True(methods.Count >= 12);
        Assert.Equal(methods.Distinct(), methods);
        Assert.All(methods, name => Assert.EndsWith("Async", name, StringComparison.Ordinal));
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();
}
