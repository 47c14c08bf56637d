using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>What a test has planned for the next requests: failures, and changes of replies.</summary>
internal sealed class Interventions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TestEndpoint, Queue<TestFailure>> _failures = [];
    private readonly Dictionary<TestEndpoint, Queue<Action<JsonObject>>> _changes = [];

    public void Plan(TestEndpoint endpoint, TestFailure failure, int times) => Plan(_failures, endpoint, failure, times);

    public void Plan(TestEndpoint endpoint, Action<JsonObject> change, int times) => Plan(_changes, endpoint, change, times);

    public TestFailure? NextFailure(TestEndpoint endpoint) => Next(_failures, endpoint);

    public Action<JsonObject>? NextChange(TestEndpoint endpoint) => Next(_changes, endpoint);

    private void Plan<T>(Dictionary<TestEndpoint, Queue<T>> plans, TestEndpoint endpoint, T plan, int times)
    {
        lock (_lock)
        {
            if (!plans.TryGetValue(endpoint, out var queue))
            {
                plans[endpoint] = queue = [];
            }

            for (; times > 0; times--)
            {
                queue.Enqueue(plan);
            }
        }
    }

    private T? Next<T>(Dictionary<TestEndpoint, Queue<T>> plans, TestEndpoint endpoint)
        where T : class
    {
        lock (_lock)
        {
            return plans.TryGetValue(endpoint, out var queue) && queue.TryDequeue(out var plan) ? plan : null;
        }
    }
}
