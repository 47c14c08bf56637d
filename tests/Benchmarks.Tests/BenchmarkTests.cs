using System.Reflection;
using BenchmarkDotNet.Attributes;
using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Startup;

namespace SdkGen.Benchmarks.Tests;

/// <summary>What is measured runs: each benchmark once, on small projects, and nothing is said of its time.</summary>
public sealed class BenchmarkTests
{
    public BenchmarkTests() => Sizes.AreSmall = true;

    /// <summary>Each benchmark, with the first value of its parameter.</summary>
    public static TheoryData<string, string> Benchmarks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in typeof(Sizes).Assembly.GetTypes()
                .Where(type => !type.IsAbstract)
                .SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(BenchmarkAttribute))))
            {
                data.Add(method.ReflectedType!.FullName!, method.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public async Task A_benchmark_does_what_it_measures(string type, string method)
    {
        var declaring = typeof(Sizes).Assembly.GetType(type, throwOnError: true)!;
        var instance = Activator.CreateInstance(declaring)!;
        foreach (var property in declaring.GetProperties())
        {
            if (FirstValue(declaring, property) is { } value)
            {
                property.SetValue(instance, value);
            }
        }

        await CallAsync<GlobalSetupAttribute>(instance, setup => setup.Targets is null or { Length: 0 } || setup.Targets.Contains(method));
        var result = await CompleteAsync(declaring.GetMethod(method)!.Invoke(instance, null));
        await CallAsync<GlobalCleanupAttribute>(instance, _ => true);

        Assert.True(result is not null || declaring.GetMethod(method)!.ReturnType == typeof(Task), "A benchmark without a result may be optimised away.");
    }

    [Fact]
    public async Task Each_program_of_which_the_start_is_measured_gets_a_token() => Assert.Equal(
        ["mF_9.B5f-4.1JqM", "mF_9.B5f-4.1JqM", "mF_9.B5f-4.1JqM", "mF_9.B5f-4.1JqM"],
        await Task.WhenAll(SdkGenProgram.RunAsync(), RefitProgram.RunAsync(), IdentityModelProgram.RunAsync(), MsalProgram.RunAsync()));

    private static object? FirstValue(Type declaring, PropertyInfo property)
    {
        if (property.GetCustomAttribute<ParamsAttribute>() is { } stated)
        {
            return stated.Values[0];
        }

        if (property.GetCustomAttribute<ParamsSourceAttribute>() is { } source)
        {
            return ((IEnumerable<int>)property.DeclaringType!.GetProperty(source.Name)!.GetValue(null)!).First();
        }

        return property.IsDefined(typeof(ParamsAllValuesAttribute)) ? Enum.GetValues(property.PropertyType).GetValue(0) : null;
    }

    private static async Task CallAsync<T>(object instance, Func<T, bool> applies)
        where T : Attribute
    {
        foreach (var method in instance.GetType().GetMethods().Where(method => method.GetCustomAttribute<T>() is { } attribute && applies(attribute)))
        {
            await CompleteAsync(method.Invoke(instance, null));
        }
    }

    /// <summary>The result of a method that may be asynchronous.</summary>
    private static async Task<object?> CompleteAsync(object? returned)
    {
        if (returned is not null && returned.GetType() is { IsValueType: true } type && type.GetMethod("AsTask") is { } asTask)
        {
            returned = asTask.Invoke(returned, null);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}
