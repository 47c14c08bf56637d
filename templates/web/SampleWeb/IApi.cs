using Refit;

namespace SampleWeb;

/// <summary>The API that is called for the user.</summary>
public interface IApi
{
    /// <summary>Put your own methods here: <c>[Get("/orders")] Task&lt;Order[]&gt; …</c>.</summary>
    [Get("")]
    Task<string> GetAsync(CancellationToken cancellationToken = default);
}
