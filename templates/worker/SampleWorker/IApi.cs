using Refit;

namespace SampleWorker;

/// <summary>The API that the worker calls.</summary>
public interface IApi
{
    /// <summary>Put your own methods here: <c>[Get("/orders")] Task&lt;Order[]&gt; …</c>.</summary>
    [Get("")]
    Task<string> GetAsync(CancellationToken cancellationToken = default);
}
