/** Schemas, and values of their types: code of TypeScript that must compile and that must not. */
export interface Case {
  readonly name: string;
  /** Of OpenAPI; 3.1 where it is left out. */
  readonly version?: string;
  /** YAML, in one line. */
  readonly paths?: string;
  /** YAML, indented as below `components.schemas`. */
  readonly schemas: string;
  readonly fits: readonly (readonly [type: string, value: string])[];
  readonly refuses: readonly (readonly [type: string, value: string])[];
}

export const cases: readonly Case[] = [
  {
    name: "further fields of another type than the named ones",
    schemas: `
    Metrics: { type: object, required: [summary], properties: { summary: { type: string } }, additionalProperties: { type: object, required: [v], properties: { v: { type: number } } } }
    Loose: { type: object, required: [id], properties: { id: { type: integer }, note: { type: string } }, additionalProperties: { type: boolean } }
    Wide: { allOf: [{ $ref: '#/components/schemas/Loose' }, { type: object, required: [more], properties: { more: { type: array, items: { type: string } } } }] }
    Open: { type: object, required: [id], properties: { id: { type: integer } }, additionalProperties: true }
    Map: { type: object, additionalProperties: { $ref: '#/components/schemas/Map' } }
    Closed: { type: object, additionalProperties: false }
    Late: { allOf: [{ $ref: '#/components/schemas/Open' }], unevaluatedProperties: { type: string } }
`,
    fits: [
      ["Metrics", '{ summary: "s", cpu: { v: 1 } }'],
      ["Metrics", '{ summary: "s" }'],
      ["Loose", "{ id: 1, further: true }"],
      ["Wide", '{ id: 1, more: ["a"], further: true }'],
      ["Open", '{ id: 1, anything: ["goes"] }'],
      ["Map", "{ a: { b: {} } }"],
      ["Closed", "{}"],
      ["Late", '{ id: 1, word: "a" }'],
    ],
    refuses: [
      ["Metrics", "{ cpu: { v: 1 } }"],
      ["Metrics", '{ summary: "s", cpu: { v: "1" } }'],
      ["Loose", '{ id: "1" }'],
      ["Wide", "{ id: 1 }"],
      ["Map", "{ a: 1 }"],
      ["Closed", "{ a: 1 }"],
    ],
  },
  {
    name: "fields by pattern",
    schemas: `
    Extended: { type: object, required: [id], properties: { id: { type: integer }, x-own: { type: boolean } }, patternProperties: { '^x-': { type: string } } }
    Odd: { type: object, required: [id], properties: { id: { type: integer } }, patternProperties: { '[a-z]+$': { type: string } } }
    Both: { type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: { type: number } }
`,
    fits: [
      ["Extended", '{ id: 1, "x-a": "b", "x-own": true }'],
      ["Odd", '{ id: 1, a: "b" }'],
      ["Both", '{ "x-a": "b", c: 1 }'],
    ],
    refuses: [
      ["Extended", '{ id: 1, "x-a": 2 }'],
      ["Extended", '{ id: 1, a: "b" }'],
      ["Odd", "{ id: 1, a: true }"],
    ],
  },
  {
    name: "required in any member of allOf",
    schemas: `
    Draft: { type: object, properties: { name: { type: string }, note: { type: string } } }
    Full: { allOf: [{ $ref: '#/components/schemas/Draft' }, { required: [name] }] }
    Typed: { allOf: [{ $ref: '#/components/schemas/Draft' }, { type: object, required: [name, id], properties: { id: { type: integer } } }] }
    Beside: { required: [name], allOf: [{ $ref: '#/components/schemas/Draft' }] }
    Deep: { allOf: [{ $ref: '#/components/schemas/Typed' }, { type: object, properties: { name: { type: string, enum: [a, b] } } }] }
    Nested: { allOf: [{ allOf: [{ $ref: '#/components/schemas/Draft' }, { required: [note] }] }, { required: [name] }] }
    Alias: { allOf: [{ $ref: '#/components/schemas/Draft' }] }
    OfAlias: { allOf: [{ $ref: '#/components/schemas/Alias' }, { required: [name] }] }
    Holder: { type: object, properties: { inline: { allOf: [{ $ref: '#/components/schemas/Draft' }], required: [name] } } }
    Undescribed: { type: object, required: [leg] }
`,
    fits: [
      ["Full", '{ name: "a" }'],
      ["Typed", '{ name: "a", id: 1, note: undefined }'],
      ["Beside", '{ name: "a" }'],
      ["Deep", '{ name: "a", id: 1 }'],
      ["Nested", '{ name: "a", note: "b" }'],
      ["OfAlias", '{ name: "a" }'],
      ["Holder", '{ inline: { name: "a", note: "b" } }'],
      ["Undescribed", "{ leg: 1 }"],
    ],
    refuses: [
      ["Full", "{}"],
      ["Typed", "{ id: 1 }"],
      ["Beside", "{}"],
      ["Deep", '{ name: "c", id: 1 }'],
      ["Deep", "{ id: 1 }"],
      ["Nested", '{ name: "a" }'],
      ["OfAlias", "{}"],
      ["Holder", "{ inline: {} }"],
      ["Undescribed", "{}"],
    ],
  },
  {
    name: "required beside an allOf of what may be null",
    version: "3.0.0",
    schemas: `
    Base: { type: object, nullable: true, properties: { start: { type: string }, end: { type: string } } }
    Schedule: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object }], required: [start] }
    Perhaps: { allOf: [{ $ref: '#/components/schemas/Base' }], required: [start] }
    Either: { nullable: true, allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, nullable: true, properties: { more: { type: string } } }] }
`,
    fits: [
      ["Base", "null"],
      ["Schedule", '{ start: "a" }'],
      ["Perhaps", '{ start: "a" }'],
      ["Perhaps", "null"],
      ["Either", '{ end: "a", more: "b" }'],
      ["Either", "null"],
    ],
    refuses: [
      ["Schedule", "{}"],
      ["Schedule", "null"],
      ["Perhaps", "{}"],
    ],
  },
  {
    name: "required as alternatives",
    schemas: `
    Contact: { type: object, properties: { email: { type: string }, phone: { type: string }, name: { type: string } }, anyOf: [{ required: [email] }, { required: [phone] }] }
    Exact: { allOf: [{ $ref: '#/components/schemas/Contact' }], oneOf: [{ required: [name] }, { required: [email, phone] }] }
    Free: { type: object, properties: { a: { type: string } }, anyOf: [{ required: [a] }, {}] }
`,
    fits: [
      ["Contact", '{ email: "a" }'],
      ["Contact", '{ phone: "1", name: "b" }'],
      ["Exact", '{ email: "a", name: "b" }'],
      ["Free", "{}"],
    ],
    refuses: [
      ["Contact", "{}"],
      ["Contact", "{ email: 1 }"],
      ["Contact", '{ name: "a" }'],
      ["Exact", '{ email: "a" }'],
    ],
  },
  {
    name: "discriminators of unions within unions, and beside null",
    schemas: `
    InputItem: { oneOf: [{ $ref: '#/components/schemas/Easy' }, { $ref: '#/components/schemas/Item' }, { $ref: '#/components/schemas/RefParam' }], discriminator: { propertyName: type } }
    Easy: { type: object, required: [role], properties: { type: { type: string, enum: [message] }, role: { type: string } } }
    Item: { type: object, oneOf: [{ $ref: '#/components/schemas/Call' }, { $ref: '#/components/schemas/Output' }], discriminator: { propertyName: type } }
    Call: { type: object, required: [type, name], properties: { type: { type: string, enum: [function_call] }, name: { type: string } } }
    Output: { type: object, required: [type, output], properties: { type: { type: string, enum: [function_call_output] }, output: { type: string } } }
    RefParam: { type: object, required: [id], properties: { id: { type: string }, type: { anyOf: [{ type: string, enum: [item_reference] }, { type: 'null' }] } } }
`,
    fits: [
      ["Item", '{ type: "function_call", name: "a" }'],
      ["Item", '{ type: "function_call_output", output: "a" }'],
      ["InputItem", '{ role: "a" }'],
      ["InputItem", '{ type: "function_call", name: "a" }'],
      ["RefParam", '{ id: "a" }'],
      ["RefParam", '{ id: "a", type: null }'],
    ],
    refuses: [
      ["Item", '{ type: "function_call", output: "a" }'],
      ["RefParam", '{ id: "a", type: "RefParam" }'],
    ],
  },
  {
    name: "a wrapper of a union with a discriminator, and heirs",
    version: "3.0.3",
    schemas: `
    Endpoint: { oneOf: [{ $ref: '#/components/schemas/Slack' }, { $ref: '#/components/schemas/Http' }], discriminator: { propertyName: type, mapping: { slack: '#/components/schemas/Slack', http: '#/components/schemas/Http' } } }
    PostEndpoint: { allOf: [{ $ref: '#/components/schemas/Endpoint' }] }
    Slack: { type: object, required: [type, token], properties: { type: { type: string }, token: { type: string } } }
    Http: { type: object, required: [type, url], properties: { type: { type: string }, url: { type: string } } }
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
    Shape: { type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Square' }, { $ref: '#/components/schemas/Circle' }], discriminator: { propertyName: kind } }
    Square: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, required: [side], properties: { side: { type: number } } }] }
    Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { radius: { type: number } } }] }
`,
    fits: [
      ["PostEndpoint", '{ type: "slack", token: "a" }'],
      ["PostEndpoint", '{ type: "http", url: "a" }'],
      ["Pet", '{ kind: "dog" }'],
      ["Cat", '{ kind: "cat", lives: 9 }'],
      ["Shape", '{ kind: "Square", side: 1 }'],
      ["Shape", '{ kind: "Circle" }'],
    ],
    refuses: [
      ["PostEndpoint", '{ type: "slack", url: "a" }'],
      ["PostEndpoint", '{ type: "PostEndpoint", token: "a" }'],
      ["Cat", '{ kind: "dog" }'],
      ["Square", '{ kind: "Circle", side: 1 }'],
      ["Shape", '{ kind: "Square" }'],
    ],
  },
  {
    name: "definitions within a schema",
    schemas: `
    Order: { type: object, required: [line], properties: { line: { $ref: '#/components/schemas/Order/$defs/Line' } }, $defs: { Line: { type: object, required: [sku], properties: { sku: { type: string }, next: { $ref: '#/components/schemas/Order/$defs/Line' } } } } }
`,
    fits: [["Order", '{ line: { sku: "a", next: { sku: "b" } } }']],
    refuses: [
      ["Order", "{ line: {} }"],
      ["Order", '{ line: { sku: "a" }, $defs: {} }'],
      ["Order", '{ line: { sku: "a", next: {} } }'],
    ],
  },
  {
    name: "a type and keywords of another one",
    schemas: `
    Permissions: { type: object, items: { type: string } }
    Text: { type: string, properties: { id: { type: string } }, required: [id] }
    List: { type: array, properties: { id: { type: string } }, items: { type: integer } }
    Implied: { items: { type: integer } }
`,
    fits: [
      ["Permissions", "{ a: 1 }"],
      ["Text", '"a"'],
      ["List", "[1]"],
      ["Implied", "[1]"],
    ],
    refuses: [
      ["Permissions", '"a"'],
      ["Text", '{ id: "a" }'],
      ["List", '["a"]'],
      ["Implied", "{}"],
    ],
  },
  {
    name: "tuples",
    schemas: `
    Pair: { type: array, prefixItems: [{ type: string }, { type: integer }] }
    Closed: { type: array, prefixItems: [{ type: string }], items: false }
    Rest: { type: array, prefixItems: [{ type: string }], items: { type: [integer, 'null'] } }
    Short: { type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 1 }
    Any: { type: array, prefixItems: [{ type: string }], items: true }
    Implied: { prefixItems: [{ type: string }, { $ref: '#/components/schemas/Implied' }], minItems: 1 }
    Never: { type: array, items: false }
`,
    fits: [
      ["Pair", '["a", 1]'],
      ["Closed", '["a"]'],
      ["Rest", '["a", 1, null]'],
      ["Rest", '["a"]'],
      ["Short", '["a"]'],
      ["Any", '["a", {}, 1]'],
      ["Implied", '["a", ["b"]]'],
      ["Never", "[]"],
    ],
    refuses: [
      ["Pair", '["a"]'],
      ["Pair", '["a", 1, 2]'],
      ["Closed", '["a", 1]'],
      ["Rest", '["a", "b"]'],
      ["Short", "[]"],
      ["Never", "[1]"],
    ],
  },
  {
    name: "values of every type",
    schemas: `
    Text: { const: a }
    Yes: { const: true }
    Zero: { type: integer, const: 0 }
    Nothing: { const: null }
    Thing: { const: { kind: a, list: [1, null], inner: { deep: true } } }
    Either: { enum: [a, 1, null, { b: 2 }, []] }
    'On': { type: object, properties: { always: true, never: false, not: { not: {} } } }
    None: false
    Anything: true
    NotText: { not: { type: string } }
`,
    fits: [
      ["Text", '"a"'],
      ["Yes", "true"],
      ["Zero", "0"],
      ["Nothing", "null"],
      ["Thing", '{ kind: "a", list: [1, null], inner: { deep: true } }'],
      ["Either", '"a"'],
      ["Either", "null"],
      ["Either", "{ b: 2 }"],
      ["Either", "[]"],
      ["On", "{ always: 1 }"],
      ["Anything", "1"],
      ["NotText", "1"],
    ],
    refuses: [
      ["Text", '"b"'],
      ["Yes", "false"],
      ["Zero", "1"],
      ["Nothing", "undefined"],
      ["Thing", '{ kind: "a", list: [1], inner: { deep: true } }'],
      ["Either", "{ b: 3 }"],
      ["Either", "2"],
      ["On", "{ never: 1 }"],
      ["On", "{ not: 1 }"],
      ["None", "1"],
    ],
  },
  {
    name: "fields that several members have",
    schemas: `
    A: { type: object, properties: { id: { type: string }, tag: { type: string }, meta: { type: object, properties: { a: { type: string } } } } }
    B: { type: object, required: [tag], properties: { tag: { type: string, enum: [x, y] }, meta: { type: object, required: [b], properties: { b: { type: string } } } } }
    C: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
    Count: { type: object, properties: { id: { type: integer } } }
    Contradiction: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Count' }] }
    Narrow: { type: string, anyOf: [{ enum: [a] }, { enum: [b] }] }
    Named: { allOf: [{ $ref: '#/components/schemas/Narrow' }, { type: string, description: Either. }] }
    Choice: { type: object, required: [at], properties: { at: { type: string } }, oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/Count' }] }
    Twice: { oneOf: [{ type: object, required: [one], properties: { one: { type: string } } }], anyOf: [{ type: object, required: [two], properties: { two: { type: string } } }] }
`,
    fits: [
      ["C", '{ tag: "x", id: "a", meta: { a: "c", b: "d" } }'],
      ["Contradiction", "{}"],
      ["Narrow", '"a"'],
      ["Named", '"b"'],
      ["Choice", '{ at: "a", tag: "x" }'],
      ["Choice", '{ at: "a", id: 1 }'],
      ["Twice", '{ one: "a", two: "b" }'],
    ],
    refuses: [
      ["C", '{ tag: "z" }'],
      ["C", '{ tag: "x", meta: { a: "c" } }'],
      ["Contradiction", '{ id: "a" }'],
      ["Narrow", '"c"'],
      ["Named", '"c"'],
      ["Choice", '{ tag: "x" }'],
      ["Twice", '{ one: "a" }'],
    ],
  },
  {
    name: "schemas that contain themselves",
    schemas: `
    Json: { oneOf: [{ type: [string, number, boolean, 'null'] }, { type: array, items: { $ref: '#/components/schemas/Json' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }] }
    Lists: { type: array, items: { $ref: '#/components/schemas/Lists' } }
    Choice: { oneOf: [{ $ref: '#/components/schemas/Choice' }, { $ref: '#/components/schemas/Other' }, { type: integer }] }
    Other: { anyOf: [{ $ref: '#/components/schemas/Choice' }, { type: string }] }
    Self: { allOf: [{ $ref: '#/components/schemas/Self' }, { type: object, required: [a], properties: { a: { type: string } } }] }
    Alone: { allOf: [{ $ref: '#/components/schemas/Alone' }] }
    Ping: { allOf: [{ $ref: '#/components/schemas/Pong' }, { type: object, properties: { ping: { type: string } } }] }
    Pong: { allOf: [{ $ref: '#/components/schemas/Ping' }, { type: object, properties: { pong: { type: string } } }] }
    Tree: { type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/Tree' } }, parent: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] } } }
    Required: { type: object, properties: { inner: { allOf: [{ $ref: '#/components/schemas/Required' }], required: [inner] } } }
    Mixed: { anyOf: [{ type: string }, { allOf: [{ $ref: '#/components/schemas/Mixed' }, { type: object, properties: { a: { type: string } } }] }] }
`,
    fits: [
      ["Json", '{ a: [1, "b", null, { c: true }] }'],
      ["Lists", "[[], [[]]]"],
      ["Choice", '"a"'],
      ["Choice", "1"],
      ["Other", "1"],
      ["Self", '{ a: "b" }'],
      ["Alone", "1"],
      ["Ping", '{ ping: "a", pong: "b" }'],
      ["Pong", '{ ping: "a", pong: "b" }'],
      ["Tree", "{ children: [{ parent: null }] }"],
      ["Mixed", '"a"'],
    ],
    refuses: [
      ["Json", "{ a: undefined }"],
      ["Lists", "[1]"],
      ["Choice", "true"],
      ["Other", "true"],
      ["Self", "{}"],
      ["Ping", "{ ping: 1 }"],
      ["Mixed", "1"],
    ],
  },
  {
    name: "files in a form",
    paths:
      "{ /a: { post: { operationId: a, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' } } } }, responses: { '204': { description: ok } } } }, /b: { get: { operationId: b, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shared' } } } } } } } }",
    schemas: `
    Upload:
      type: object
      required: [file]
      properties:
        file: { type: string, format: binary }
        typed: { type: string, contentMediaType: application/octet-stream }
        untyped: { contentMediaType: image/png }
        encoded: { type: string, contentMediaType: image/png, contentEncoding: base64 }
        sheet: { type: string, contentMediaType: text/csv }
        many: { type: array, items: { type: string, format: binary } }
        byName: { type: object, additionalProperties: { type: string, format: binary } }
        maybe: { anyOf: [{ type: string, contentMediaType: application/octet-stream }, { type: 'null' }] }
        either: { oneOf: [{ type: string, format: binary }, { type: integer }] }
        inner: { $ref: '#/components/schemas/Inner' }
        shared: { $ref: '#/components/schemas/Shared' }
        text: { type: string }
    Inner: { type: object, properties: { file: { type: string, format: binary } } }
    Shared: { type: object, properties: { file: { type: string, format: binary } } }
`,
    fits: [
      [
        "Upload",
        "{ file: new Blob(), typed: new Blob(), untyped: new Blob(), encoded: new Blob(), sheet: new Blob(), many: [new Blob()], byName: { a: new Blob() }, maybe: null, either: new Blob(), inner: { file: new Blob() }, shared: { file: new Blob() } }",
      ],
      ["Upload", '{ file: new Blob(), encoded: "a", sheet: "a", either: 1, text: "a" }'],
      ["Shared", '{ file: "a" }'],
    ],
    refuses: [
      ["Upload", '{ file: "a" }'],
      ["Upload", '{ file: new Blob(), typed: "a" }'],
      ["Upload", '{ file: new Blob(), many: ["a"] }'],
      ["Upload", "{ file: new Blob(), text: new Blob() }"],
      ["Shared", "{ file: new Blob() }"],
    ],
  },
  {
    name: "files beside further fields of a form",
    version: "3.0.3",
    paths:
      "{ /true: { post: { operationId: a, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/WithTrue' } } } }, responses: { '204': { description: ok } } } }, /typed: { post: { operationId: b, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/WithTyped' } } } }, responses: { '204': { description: ok } } } } }",
    schemas: `
    WithTrue: { type: object, required: [file], properties: { file: { type: string, format: binary } }, additionalProperties: true }
    WithTyped: { type: object, required: [file], properties: { file: { type: string, format: binary } }, additionalProperties: { type: string } }
`,
    fits: [
      ["WithTrue", '{ file: new Blob(), a: 1, b: "c" }'],
      ["WithTyped", '{ file: new Blob(), a: "b" }'],
    ],
    refuses: [
      ["WithTrue", '{ file: "a" }'],
      ["WithTyped", '{ file: "a" }'],
      ["WithTyped", "{ file: new Blob(), a: 1 }"],
    ],
  },
  {
    name: "fields that are called like those of every object",
    schemas: `
    Odd:
      type: object
      required: [constructor, toString, valueOf, "a b", "__proto__"]
      properties: { constructor: { type: string }, toString: { type: integer }, valueOf: { type: boolean }, "__proto__": { type: string }, "a b": { type: string }, then: { type: string } }
`,
    fits: [
      [
        "Odd",
        '{ constructor: "a", toString: 1, valueOf: true, ["__proto__"]: "b", "a b": "c", then: undefined }',
      ],
    ],
    refuses: [["Odd", '{ constructor: "a", toString: "b", valueOf: true, "a b": "c" }']],
  },
];
