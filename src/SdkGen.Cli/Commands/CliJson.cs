using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SdkGen.Cli.Commands;

/// <summary>How replies are read: as they are.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class CliJson : JsonSerializerContext;
