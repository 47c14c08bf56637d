using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Model;

namespace WebLogin.Tests;

/// <summary>
/// A reverse proxy that ends TLS and has no stickiness at all: each page comes from another instance than the one before, so that no two steps of a
/// sign-in meet the same one.
/// </summary>
internal sealed class AlternatingProxy : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Alternation _alternation;

    private AlternatingProxy(WebApplication application, Alternation alternation)
    {
        _application = application;
        _alternation = alternation;
    }

    public string Address => _application.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Which instance answered which path, in order.</summary>
    public IReadOnlyList<(string Path, string Instance)> Served => [.. _alternation.Served];

    /// <summary>Which instance answered a path the last time.</summary>
    public string InstanceOf(string path) => Served.Last(served => served.Path == path).Instance;

    public static async Task<AlternatingProxy> StartAsync(params Uri[] instances)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var alternation = new Alternation();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(LocalCertificate.Create())));
        builder.Services.AddSingleton<ILoadBalancingPolicy>(alternation);
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new() { RouteId = "all", ClusterId = "sample", Match = new() { Path = "{**rest}" } }],
            [
                new()
                {
                    ClusterId = "sample",
                    LoadBalancingPolicy = alternation.Name,
                    Destinations = instances.Index().ToDictionary(
                        instance => $"{instance.Index}", instance => new DestinationConfig { Address = instance.Item.AbsoluteUri }),
                },
            ]);
        var application = builder.Build();
        application.MapReverseProxy();
        await application.StartAsync();
        return new(application, alternation);
    }

    /// <summary>Lets the next page come from an instance that did not serve a path the last time.</summary>
    public void AvoidNext(string path) => _alternation.Last = InstanceOf(path);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private sealed class Alternation : ILoadBalancingPolicy
    {
        public string Name => "Alternation";

        public ConcurrentQueue<(string Path, string Instance)> Served { get; } = new();

        public string Last { get; set; } = "";

        public DestinationState? PickDestination(HttpContext context, ClusterState cluster, IReadOnlyList<DestinationState> availableDestinations)
        {
            lock (Served)
            {
                // Pictures and styles come beside a page, in any order.
                if (Path.HasExtension(context.Request.Path))
                {
                    return availableDestinations[0];
                }

                var chosen = availableDestinations.First(destination => destination.DestinationId != Last);
                Last = chosen.DestinationId;
                Served.Enqueue((context.Request.Path, Last));
                return chosen;
            }
        }
    }
}
