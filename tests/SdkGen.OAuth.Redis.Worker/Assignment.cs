using System.Globalization;

namespace SdkGen.OAuth.Redis.Worker;

/// <summary>What a worker has to do, as its command line says it.</summary>
internal sealed record Assignment(string Kind, string Redis, string TokenEndpoint, string KeyRing, int Callers, int Rotations)
{
    public static Assignment Read(string[] arguments) => new(
        arguments[0],
        arguments[1],
        arguments[2],
        arguments[3],
        int.Parse(arguments[4], CultureInfo.InvariantCulture),
        int.Parse(arguments[5], CultureInfo.InvariantCulture));
}
