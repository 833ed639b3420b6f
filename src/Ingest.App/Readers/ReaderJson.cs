using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>What the program and its reader processes say to each other as JSON, written and read by code made when this is built: each process starts without making it.</summary>
[JsonSerializable(typeof(ReaderSetup))]
[JsonSerializable(typeof(PictureRequest))]
[JsonSerializable(typeof(ReadingLimits))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, Verdict>))]
[JsonSerializable(typeof(Dictionary<string, Verdict>))]
[JsonSerializable(typeof(ImmutableArray<FigureCorrection>))]
internal sealed partial class ReaderJson : JsonSerializerContext;
