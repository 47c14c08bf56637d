using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>Whose tokens are kept: options that change while the program runs change what a token is worth.</summary>
[Collection(ListeningCollection.Name)]
public sealed class ClientIdentityTests
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection([new("ClientId", "one"), new("ClientSecret", "secret-1"), new("BackchannelTimeout", "00:00:10")])
        .Build();

    private readonly Wire _wire;
    private int _tokens;

    public ClientIdentityTests() =>
        _wire = new Wire().Always("/token", _ => Wire.Reply($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"Bearer","expires_in":3600}"""));

    [Theory]
    [InlineData("ClientId", "another")]
    [InlineData("ClientSecret", "secret-2")]
    public async Task A_token_of_another_client_or_secret_is_not_used_any_more(string key, string value)
    {
        await using var provider = Services();
        var source = provider.GetRequiredService<IClientTokenSource<IPlain>>();
        var before = await source.GetTokenAsync();
        _configuration[key] = value;
        _configuration.Reload();
        var after = await source.GetTokenAsync();

        Assert.Equal(("token-1", "token-2"), (before.AccessToken, after.AccessToken));
        Assert.Same(after, await source.GetTokenAsync());
    }

    [Fact]
    public async Task Options_that_are_loaded_anew_and_say_the_same_cost_no_request()
    {
        await using var provider = Services();
        var source = provider.GetRequiredService<IClientTokenSource<IPlain>>();
        var before = await source.GetTokenAsync();
        _configuration["BackchannelTimeout"] = "00:00:20";
        _configuration.Reload();

        Assert.Same(before, await source.GetTokenAsync());
        Assert.Equal(1, _tokens);
    }

    [Fact]
    public async Task Two_registrations_of_one_provider_have_tokens_of_their_own()
    {
        var services = new ServiceCollection();
        foreach (var name in (string[])["eu", "us"])
        {
            services.AddPlain(name, options => (options.ClientId, options.ClientSecret, options.BackchannelHandler) = (name, "s", _wire));
        }

        await using var provider = services.BuildServiceProvider();
        var eu = await provider.GetRequiredKeyedService<IClientTokenSource<IPlain>>("eu").GetTokenAsync();
        var us = await provider.GetRequiredKeyedService<IClientTokenSource<IPlain>>("us").GetTokenAsync();

        Assert.NotEqual(eu.AccessToken, us.AccessToken);
    }

    [Fact]
    public async Task Getting_a_kept_token_of_a_registered_client_allocates_nothing_while_it_is_counted()
    {
        using var counted = new System.Diagnostics.Metrics.MeterListener();
        var hits = 0L;
        counted.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "SdkGen.OAuth")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        counted.SetMeasurementEventCallback<long>((_, value, _, _) => hits += value);
        counted.Start();
        await using var provider = Services();
        var source = provider.GetRequiredService<IClientTokenSource<IPlain>>();
        var request = new ClientCredentialsRequest { Scopes = ["read"], Audiences = ["api"] };
        await source.GetTokenAsync(request);
        var allocated = 0L;
        for (var round = 0; round < 3; round++)
        {
            hits = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                _ = IsThere(source.GetTokenAsync(request));
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.True(hits >= 1000);
    }

    [Fact]
    public async Task A_token_that_was_good_a_moment_ago_is_not_given_for_another_request_nor_after_its_renewal()
    {
        await using var provider = Services();
        var source = provider.GetRequiredService<IClientTokenSource<IPlain>>();
        var scopes = new List<string> { "read" };
        var request = new ClientCredentialsRequest { Scopes = scopes };
        var read = await source.GetTokenAsync(request);
        Assert.Same(read, await source.GetTokenAsync(request));
        scopes[0] = "write";
        var write = await source.GetTokenAsync(request);
        Assert.NotSame(read, write);
        Assert.Same(write, await source.GetTokenAsync(request));

        var renewed = await source.RenewTokenAsync(write, request);
        Assert.Same(renewed, await source.GetTokenAsync(request));
        Assert.Same(read, await source.GetTokenAsync(new() { Scopes = ["read"] }));
        Assert.Equal(3, _tokens);
    }

    private static bool IsThere(ValueTask<TokenResponse> token) => token.IsCompletedSuccessfully;

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddPlain(_configuration);
        services.Configure<PlainOptions>(options => options.BackchannelHandler = _wire);
        return services.BuildServiceProvider();
    }
}
